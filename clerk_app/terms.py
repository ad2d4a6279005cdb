"""Words that screens, forms and lists share, so that one thing has one name on all of them."""

from __future__ import annotations

from typing import Final

PROGRAM: Final = "村级社保专管员"

ACT_KINDS: Final[dict[str, str]] = {
    "create_village": "建立村档案",
    "change_village": "修改村设置",
    "add_clerk": "增加经办人",
    "change_clerk": "修改经办人",
    "register_household": "登记住户",
    "change_household": "修改住户",
    "add_member": "增加成员",
    "change_person": "修改人员",
    "end_membership": "成员离户",
    "change_relation": "修改与户主关系",
    "add_identity": "登记困难身份",
    "end_identity": "终止困难身份",
    "import_household": "从名册导入住户",
    "open_dibao_case": "受理低保申请",
    "change_dibao_case": "修改低保申请",
    "propose_dibao_class": "提出低保类别",
    "advance_dibao_case": "办理低保环节",
    "record_contribution": "登记缴费",
    "reverse_contribution": "冲销缴费",
    "print_document": "打印文书",
}
"""What the history calls each kind of act."""
