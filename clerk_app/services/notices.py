"""Forms and notices: facts of the register onto paper, each print with a number, a copy number and a place in the history."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from clerk_app.domain.contribution import Insurance
from clerk_app.domain.document import Document, DocumentId
from clerk_app.domain.household import HouseholdId
from clerk_app.domain.plain_text import LONGEST_TEXT
from clerk_app.errors import UserError
from clerk_app.printing.forms import contribution_notice, household_form, overpayment_form
from clerk_app.services.accounts import the_village
from clerk_app.services.contribution_paper import notice_data
from clerk_app.services.contributions import require_year
from clerk_app.services.household_paper import household_data
from clerk_app.services.households import open_household
from clerk_app.services.numbering import mark_of, next_running
from clerk_app.services.overpayment_paper import overpayment_data, recovery_to_print
from clerk_app.services.workspace import Workspace
from clerk_app.storage import queries
from clerk_app.storage.unit_of_work import new_id

if TYPE_CHECKING:
    from clerk_app.storage.unit_of_work import UnitOfWork

HOUSEHOLD_FORM: Final = "household-form"
CONTRIBUTION_NOTICE: Final = "contribution-notice"
OVERPAYMENT_FORM: Final = "overpayment-form"
TITLES: Final = {HOUSEHOLD_FORM: "住户登记表", CONTRIBUTION_NOTICE: "缴费通知单", OVERPAYMENT_FORM: "追缴办理单"}
_PREFIXES: Final = {HOUSEHOLD_FORM: "ZH", CONTRIBUTION_NOTICE: "JF", OVERPAYMENT_FORM: "ZJ"}
MOST_AT_ONCE: Final = 500
Deliver = Callable[[bytes], None]
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRequest:
    """What to print: a form for some households. ``masked`` is the public version of the household form.

    ``insurance``, ``year`` and ``deadline`` are the notice's; the year is this one and the deadline its last day unless given. ``about``
    is the recovery that an overpayment form is about, which may be left out where the household has one only.
    """

    kind: str
    household_ids: tuple[HouseholdId, ...]
    masked: bool = False
    insurance: Insurance = Insurance.PENSION
    year: int | None = None
    deadline: date | None = None
    about: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """A PDF with the documents that the register now knows of."""

    pdf: bytes
    documents: tuple[Document, ...]


def list_documents(workspace: Workspace, household_id: HouseholdId | None = None) -> tuple[Document, ...]:
    """Return the newest prints, of one household or of all."""
    with workspace.store.reading() as connection:
        return queries.documents(connection, household_id=household_id)


def preview(workspace: Workspace, request: FormRequest) -> bytes:
    """Return the PDF as it would be printed, without a number; nothing is recorded.

    Raises UserError for an unknown form, no household, or a household without anybody to notify.
    """
    return _render(workspace, request, ())


def issue(
    workspace: Workspace, request: FormRequest, deliver: Deliver | None = None, progress: Progress | None = None
) -> Issued:
    """Number and record a print of the form for each household, and return the PDF.

    ``deliver`` takes the PDF to its file or printer; when it raises, nothing is numbered or recorded. ``progress`` is told of each
    household and may raise to stop.
    """
    today = workspace.today()
    _check(request, today)
    request = _with_subject(workspace, request)
    if request.deadline is not None and request.deadline < today:
        raise UserError("截止日期不能在今天以前：请改一个日期。", field="deadline")
    with workspace.unit_of_work("print_document") as uow:
        prefix = f"{_PREFIXES[request.kind]}{today.year}-{mark_of(uow.connection)}"
        first = next_running(prefix, (document.number for document in uow.documents.find(kind=request.kind)))
        documents = tuple(
            Document(
                id=DocumentId(new_id()),
                kind=request.kind,
                number=f"{prefix}{first + index:05d}",
                household_id=household_id,
                copy_number=1,
                masked=request.masked,
                printed_on=today,
                printed_by=workspace.clerk.id,
                **_particulars(request, today),
            )
            for index, household_id in enumerate(request.household_ids)
        )
        pdf = _render(workspace, request, documents, progress)
        recorded = tuple(uow.documents.add(document) for document in documents)
        if deliver is not None:
            deliver(pdf)
        uow.subject = request.household_ids[0]
    return Issued(pdf=pdf, documents=recorded)


def reprint(workspace: Workspace, document_id: str, deliver: Deliver | None = None) -> Issued:
    """Print a document again from today's facts, with the same number and the next copy number; ``deliver`` as in ``issue``."""
    with workspace.unit_of_work("print_document") as uow:
        copy = _next_copy(workspace, uow, document_id)
        pdf = _render(workspace, _request_of(copy), (copy,))
        uow.subject = copy.household_id
        recorded = uow.documents.add(copy)
        if deliver is not None:
            deliver(pdf)
    return Issued(pdf=pdf, documents=(recorded,))


def preview_copy(workspace: Workspace, document_id: str) -> bytes:
    """Return the PDF that ``reprint`` would give now; nothing is recorded. Raises UserError for a void document."""
    with workspace.unit_of_work("print_document") as uow:
        copy = _next_copy(workspace, uow, document_id)
    return _render(workspace, _request_of(copy), (copy,))


def _next_copy(workspace: Workspace, uow: UnitOfWork, document_id: str) -> Document:
    document = uow.documents.get(document_id)
    if document.void_on is not None:
        raise UserError("{number} 号文书已作废，不能重印：请重新开一份。", number=document.number)
    copies = [same.copy_number for same in uow.documents.find(number=document.number)]
    return replace(
        document,
        id=DocumentId(new_id()),
        version=0,
        copy_number=max(copies) + 1,
        printed_on=workspace.today(),
        printed_by=workspace.clerk.id,
    )


def _particulars(request: FormRequest, today: date) -> dict[str, Any]:
    """Return what a document must keep of its request for a copy to say the same."""
    if request.kind == OVERPAYMENT_FORM:
        return {"about": request.about}
    if request.kind != CONTRIBUTION_NOTICE:
        return {}
    year = request.year or today.year
    return {"insurance": request.insurance, "year": year, "deadline": request.deadline or date(year, 12, 31)}


def _request_of(document: Document) -> FormRequest:
    return FormRequest(
        kind=document.kind,
        household_ids=(document.household_id,),
        masked=document.masked,
        insurance=document.insurance or Insurance.PENSION,
        year=document.year,
        deadline=document.deadline,
        about=document.about,
    )


def _with_subject(workspace: Workspace, request: FormRequest) -> FormRequest:
    """Return the request with the recovery that its form is about; any other form is about the household alone."""
    if request.kind != OVERPAYMENT_FORM:
        return request
    _require_one(request)
    return replace(request, about=recovery_to_print(workspace, request.household_ids[0], request.about))


def _require_one(request: FormRequest) -> None:
    if len(request.household_ids) != 1:
        raise UserError("{form}一次打印一户：请逐户打印。", field="household", form=TITLES[request.kind])


def void_document(workspace: Workspace, document_id: str, reason: str) -> Document:
    """Mark a print as void with the reason; it stays in the list. Raises UserError without a reason or when void already."""
    if not reason.strip() or len(reason) > LONGEST_TEXT:
        raise UserError("请填写作废原因，最多 {most} 个字。", field="reason", most=LONGEST_TEXT)
    with workspace.unit_of_work("void_document", reason.strip()) as uow:
        document = uow.documents.get(document_id)
        if document.void_on is not None:
            raise UserError("{number} 号文书已经作废。", number=document.number)
        uow.subject = document.household_id
        return uow.documents.save(replace(document, void_on=workspace.today(), void_reason=reason.strip()))


def _check(request: FormRequest, today: date) -> None:
    if request.kind not in TITLES:
        raise UserError("没有叫“{kind}”的文书：可选 {kinds}。", kind=request.kind[:30], kinds="、".join(TITLES))
    if not request.household_ids:
        raise UserError("请先选择要打印的住户。", field="household")
    if len(request.household_ids) > MOST_AT_ONCE:
        raise UserError("一次最多打印 {most} 户：请按村民小组分批打印。", field="household", most=MOST_AT_ONCE)
    if request.year is not None:
        require_year(request.year, today)


def _render(
    workspace: Workspace, request: FormRequest, documents: tuple[Document, ...], progress: Progress | None = None
) -> bytes:
    _check(request, workspace.today())
    village = the_village(workspace)
    files = []
    for done, household_id in enumerate(request.household_ids):
        if progress is not None:
            progress(done, len(request.household_ids))
        files.append(open_household(workspace, household_id))
    if request.kind == CONTRIBUTION_NOTICE:
        notices = [
            notice_data(
                workspace,
                village,
                file,
                insurance=request.insurance,
                year=request.year,
                deadline=request.deadline,
            )
            for file in files
        ]
        for index, document in enumerate(documents):
            notices[index] = replace(notices[index], number=document.number, copy_number=document.copy_number)
        return contribution_notice.render(notices)
    numbered: dict[str, Any] = (
        {"number": documents[0].number, "copy_number": documents[0].copy_number} if documents else {}
    )
    if request.kind == OVERPAYMENT_FORM:
        about = _with_subject(workspace, request).about or ""
        overpayment = overpayment_data(workspace, village.full_name, files[0], about)
        return overpayment_form.render(replace(overpayment, **numbered))
    _require_one(request)
    form = household_data(workspace, village, files[0], masked=request.masked)
    return household_form.render(replace(form, **numbered))
