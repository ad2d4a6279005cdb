PRAGMA foreign_keys = OFF;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE clerk (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	role TEXT NOT NULL, 
	active_from TEXT NOT NULL, 
	active_to TEXT, 
	CONSTRAINT pk_clerk PRIMARY KEY (id), 
	CONSTRAINT ck_clerk_version CHECK (version >= 1)
);
CREATE TABLE draft (
	"key" TEXT NOT NULL, 
	clerk_id TEXT NOT NULL, 
	at TEXT NOT NULL, 
	content TEXT NOT NULL, 
	CONSTRAINT pk_draft PRIMARY KEY ("key")
);
CREATE TABLE household (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	number TEXT NOT NULL, 
	"group" TEXT NOT NULL, 
	address TEXT NOT NULL, 
	hukou TEXT NOT NULL, 
	phone TEXT NOT NULL, 
	land INTEGER, 
	housing_area INTEGER, 
	housing_structure TEXT NOT NULL, 
	note TEXT NOT NULL, 
	registered_on TEXT NOT NULL, 
	closed_on TEXT, 
	close_reason TEXT NOT NULL, 
	CONSTRAINT pk_household PRIMARY KEY (id), 
	CONSTRAINT ck_household_version CHECK (version >= 1), 
	CONSTRAINT uq_household_number UNIQUE (number)
);
CREATE TABLE install (
	id TEXT NOT NULL, 
	epoch INTEGER NOT NULL, 
	signing_key BLOB NOT NULL, 
	age_secret TEXT NOT NULL, 
	age_recipient TEXT NOT NULL, 
	created_at TEXT NOT NULL, seat INTEGER DEFAULT '1' NOT NULL, 
	CONSTRAINT pk_install PRIMARY KEY (id)
);
CREATE TABLE journal (
	position INTEGER NOT NULL, 
	install TEXT NOT NULL, 
	epoch INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	at TEXT NOT NULL, 
	"by" TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	changes TEXT NOT NULL, 
	previous TEXT NOT NULL, 
	hash TEXT NOT NULL, 
	CONSTRAINT pk_journal PRIMARY KEY (position), 
	CONSTRAINT uq_journal_id UNIQUE (id), 
	CONSTRAINT uq_journal_install_epoch_number UNIQUE (install, epoch, number)
);
CREATE TABLE packet (
	number INTEGER NOT NULL, 
	epoch INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	at TEXT NOT NULL, 
	"by" TEXT NOT NULL, 
	first_act INTEGER NOT NULL, 
	last_act INTEGER NOT NULL, 
	acts INTEGER NOT NULL, 
	bytes INTEGER NOT NULL, 
	manifest TEXT NOT NULL, 
	CONSTRAINT pk_packet PRIMARY KEY (number)
);
CREATE TABLE person (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	id_number TEXT, 
	id_unverified INTEGER NOT NULL, 
	former_id_number TEXT, 
	temporary_number TEXT, 
	birth_on TEXT NOT NULL, 
	sex TEXT NOT NULL, 
	nation TEXT NOT NULL, 
	phone TEXT NOT NULL, 
	marital TEXT, 
	education TEXT, 
	student INTEGER NOT NULL, 
	labour_capacity TEXT NOT NULL, 
	self_care TEXT NOT NULL, 
	serious_illness INTEGER NOT NULL, 
	chronic_illness INTEGER NOT NULL, 
	disability_certificate TEXT NOT NULL, 
	disability_kind TEXT, 
	disability_grade INTEGER, 
	disability_certified_on TEXT, 
	pension_scheme TEXT, 
	medical_scheme TEXT, 
	receiving_pension INTEGER NOT NULL, 
	note TEXT NOT NULL, 
	died_on TEXT, pension_years INTEGER, pension_balance INTEGER, former_name TEXT, 
	CONSTRAINT pk_person PRIMARY KEY (id), 
	CONSTRAINT ck_person_sex CHECK (sex IN ('1', '2')), 
	CONSTRAINT ck_person_disability_grade CHECK (disability_grade IS NULL OR disability_grade BETWEEN 1 AND 4), 
	CONSTRAINT ck_person_numbered CHECK (id_number IS NOT NULL OR temporary_number IS NOT NULL), 
	CONSTRAINT ck_person_version CHECK (version >= 1), 
	CONSTRAINT uq_person_id_number UNIQUE (id_number), 
	CONSTRAINT uq_person_temporary_number UNIQUE (temporary_number)
);
CREATE TABLE village (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	name TEXT NOT NULL, 
	town TEXT NOT NULL, 
	county TEXT NOT NULL, 
	pack TEXT NOT NULL, 
	phone TEXT NOT NULL, 
	local TEXT NOT NULL, 
	county_key TEXT NOT NULL, 
	CONSTRAINT pk_village PRIMARY KEY (id), 
	CONSTRAINT ck_village_version CHECK (version >= 1)
);
CREATE TABLE contribution (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	person_id TEXT NOT NULL, 
	insurance TEXT NOT NULL, 
	year INTEGER NOT NULL, 
	tier INTEGER NOT NULL, 
	amount INTEGER NOT NULL, 
	payer TEXT NOT NULL, 
	payer_name TEXT NOT NULL, 
	paid_on TEXT NOT NULL, 
	collector TEXT NOT NULL, 
	receipt TEXT NOT NULL, 
	reverses TEXT, 
	reason TEXT NOT NULL, 
	CONSTRAINT pk_contribution PRIMARY KEY (id), 
	CONSTRAINT ck_contribution_sign CHECK ((reverses IS NULL AND amount > 0) OR (reverses IS NOT NULL AND amount < 0)), 
	CONSTRAINT ck_contribution_version CHECK (version >= 1), 
	CONSTRAINT fk_contribution_person_id_person FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_contribution_reverses_contribution FOREIGN KEY(reverses) REFERENCES contribution (id), 
	CONSTRAINT uq_contribution_reverses UNIQUE (reverses)
);
CREATE INDEX ix_contribution_person_id ON contribution (person_id);
CREATE INDEX ix_contribution_year ON contribution (year, insurance);
CREATE TABLE dibao_case (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	household_id TEXT NOT NULL, 
	number TEXT NOT NULL, 
	stage TEXT NOT NULL, 
	applied_on TEXT NOT NULL, 
	application_reason TEXT NOT NULL, 
	property_within_limits INTEGER, 
	property_note TEXT NOT NULL, 
	perennial_hardship INTEGER NOT NULL, 
	proposed_on TEXT, 
	rule_class TEXT, 
	rule_amount INTEGER, 
	rule_income_per_head INTEGER, 
	rule_reasons TEXT NOT NULL, 
	rule_clauses TEXT NOT NULL, 
	village_class TEXT, 
	village_reason TEXT NOT NULL, 
	township_opinion TEXT NOT NULL, 
	granted_class TEXT, 
	granted_amount INTEGER, 
	decision_number TEXT NOT NULL, 
	decided_on TEXT, 
	last_review_on TEXT, 
	next_review_on TEXT, 
	ended_on TEXT, 
	end_reason TEXT NOT NULL, end_number TEXT, heard_on TEXT, posted_on TEXT, 
	CONSTRAINT pk_dibao_case PRIMARY KEY (id), 
	CONSTRAINT ck_dibao_case_version CHECK (version >= 1), 
	CONSTRAINT fk_dibao_case_household_id_household FOREIGN KEY(household_id) REFERENCES household (id), 
	CONSTRAINT uq_dibao_case_number UNIQUE (number)
);
CREATE UNIQUE INDEX uq_dibao_case_open ON dibao_case (household_id) WHERE stage NOT IN ('refused', 'ended');
CREATE TABLE document (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	number TEXT NOT NULL, 
	household_id TEXT NOT NULL, 
	copy_number INTEGER NOT NULL, 
	masked INTEGER NOT NULL, 
	printed_on TEXT NOT NULL, 
	printed_by TEXT NOT NULL, 
	void_on TEXT, 
	void_reason TEXT NOT NULL, insurance TEXT, year INTEGER, deadline TEXT, about TEXT, 
	CONSTRAINT pk_document PRIMARY KEY (id), 
	CONSTRAINT ck_document_version CHECK (version >= 1), 
	CONSTRAINT fk_document_household_id_household FOREIGN KEY(household_id) REFERENCES household (id), 
	CONSTRAINT uq_document_number_copy_number UNIQUE (number, copy_number)
);
CREATE INDEX ix_document_household_id ON document (household_id);
CREATE TABLE identity (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	person_id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	grade INTEGER, 
	certificate TEXT NOT NULL, 
	source TEXT NOT NULL, 
	from_on TEXT NOT NULL, 
	to_on TEXT, 
	lifted_on TEXT, 
	CONSTRAINT pk_identity PRIMARY KEY (id), 
	CONSTRAINT ck_identity_order CHECK (to_on IS NULL OR to_on >= from_on), 
	CONSTRAINT ck_identity_version CHECK (version >= 1), 
	CONSTRAINT fk_identity_person_id_person FOREIGN KEY(person_id) REFERENCES person (id)
);
CREATE INDEX ix_identity_person_id ON identity (person_id);
CREATE TABLE journal_touch (
	record_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_journal_touch PRIMARY KEY (record_id, position), 
	CONSTRAINT fk_journal_touch_position_journal FOREIGN KEY(position) REFERENCES journal (position)
)
 WITHOUT ROWID

;
CREATE TABLE membership (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	household_id TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	relation TEXT NOT NULL, 
	from_on TEXT NOT NULL, 
	to_on TEXT, 
	end_reason TEXT NOT NULL, 
	CONSTRAINT pk_membership PRIMARY KEY (id), 
	CONSTRAINT ck_membership_order CHECK (to_on IS NULL OR to_on >= from_on), 
	CONSTRAINT ck_membership_version CHECK (version >= 1), 
	CONSTRAINT fk_membership_household_id_household FOREIGN KEY(household_id) REFERENCES household (id), 
	CONSTRAINT fk_membership_person_id_person FOREIGN KEY(person_id) REFERENCES person (id)
);
CREATE INDEX ix_person_former_id_number ON person (former_id_number);
CREATE INDEX ix_membership_household_id ON membership (household_id);
CREATE INDEX ix_membership_person_id ON membership (person_id);
CREATE UNIQUE INDEX uq_membership_current ON membership (person_id) WHERE to_on IS NULL;
CREATE UNIQUE INDEX uq_membership_head ON membership (household_id) WHERE to_on IS NULL AND relation = '02';
CREATE TABLE income_item (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	case_id TEXT NOT NULL, 
	person_id TEXT, 
	kind TEXT NOT NULL, 
	description TEXT NOT NULL, 
	annual INTEGER NOT NULL, 
	deduction INTEGER NOT NULL, 
	removed INTEGER NOT NULL, 
	CONSTRAINT pk_income_item PRIMARY KEY (id), 
	CONSTRAINT ck_income_item_not_negative CHECK (annual >= 0 AND deduction >= 0), 
	CONSTRAINT ck_income_item_version CHECK (version >= 1), 
	CONSTRAINT fk_income_item_case_id_dibao_case FOREIGN KEY(case_id) REFERENCES dibao_case (id), 
	CONSTRAINT fk_income_item_person_id_person FOREIGN KEY(person_id) REFERENCES person (id)
);
CREATE INDEX ix_income_item_case_id ON income_item (case_id);
CREATE TABLE search_entry (row INTEGER PRIMARY KEY, person_id TEXT NOT NULL UNIQUE);
CREATE TABLE search_key (key TEXT NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (key, row)) WITHOUT ROWID;
CREATE INDEX ix_search_key_row ON search_key (row);
CREATE VIRTUAL TABLE search_number USING fts5 (numbers, tokenize = 'trigram');
CREATE INDEX ix_household_group ON household ("group", number);
CREATE TABLE county (
	id TEXT NOT NULL, 
	region TEXT NOT NULL, 
	name TEXT NOT NULL, 
	signer TEXT NOT NULL, 
	age_recipient TEXT NOT NULL, 
	checked INTEGER NOT NULL, 
	enrolled_at TEXT NOT NULL, 
	epoch INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	CONSTRAINT pk_county PRIMARY KEY (id)
);
CREATE TABLE install_epoch (
	install TEXT NOT NULL, 
	epoch INTEGER NOT NULL, 
	base_install TEXT NOT NULL, 
	base_epoch INTEGER NOT NULL, 
	base_number INTEGER NOT NULL, 
	base_hash TEXT NOT NULL, 
	opened_at TEXT NOT NULL, 
	CONSTRAINT pk_install_epoch PRIMARY KEY (install, epoch)
);
CREATE TABLE acknowledged (
	install TEXT NOT NULL, 
	epoch INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	hash TEXT NOT NULL, 
	CONSTRAINT pk_acknowledged PRIMARY KEY (install, epoch)
);
CREATE TABLE received_packet (
	sha256 TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	epoch INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	at TEXT NOT NULL, 
	"by" TEXT NOT NULL, 
	manifest TEXT NOT NULL, account TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_received_packet PRIMARY KEY (sha256)
);
CREATE TABLE work_item (
	id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	act_hash TEXT NOT NULL, 
	act_number INTEGER NOT NULL, 
	act_kind TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	detail TEXT NOT NULL, 
	opened_at TEXT NOT NULL, 
	closed_at TEXT, 
	closed_by TEXT NOT NULL, outcome TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_work_item PRIMARY KEY (id)
);
CREATE INDEX ix_work_item_subject ON work_item (subject);
CREATE TABLE given_up_act (
	hash TEXT NOT NULL, 
	line TEXT NOT NULL, 
	at TEXT NOT NULL, 
	became TEXT NOT NULL, 
	CONSTRAINT pk_given_up_act PRIMARY KEY (hash)
);
CREATE TABLE publication (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	county TEXT NOT NULL, 
	epoch INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	title TEXT NOT NULL, 
	from_on TEXT NOT NULL, 
	to_on TEXT, 
	content_sha256 TEXT NOT NULL, 
	content TEXT NOT NULL, 
	accepted INTEGER NOT NULL, 
	reason TEXT NOT NULL, 
	decided_on TEXT NOT NULL, 
	CONSTRAINT pk_publication PRIMARY KEY (id), 
	CONSTRAINT ck_publication_version CHECK (version >= 1), 
	CONSTRAINT ck_publication_order CHECK (to_on IS NULL OR to_on >= from_on)
);
CREATE INDEX ix_publication_place ON publication (epoch, number);
CREATE TABLE received_publication (
	county TEXT NOT NULL, 
	epoch INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	series TEXT NOT NULL, 
	title TEXT NOT NULL, 
	from_on TEXT NOT NULL, 
	to_on TEXT, 
	expires_at TEXT NOT NULL, 
	content_sha256 TEXT NOT NULL, 
	content TEXT NOT NULL, 
	received_at TEXT NOT NULL, 
	received_by TEXT NOT NULL, 
	CONSTRAINT pk_received_publication PRIMARY KEY (county, epoch, number)
);
CREATE TABLE follow_up (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	household_id TEXT NOT NULL, 
	person_id TEXT, 
	kind TEXT NOT NULL, 
	opened_on TEXT NOT NULL, 
	due_on TEXT NOT NULL, 
	detail TEXT NOT NULL, 
	clause TEXT NOT NULL, 
	amount INTEGER, 
	settled_on TEXT, 
	outcome TEXT NOT NULL, monthly INTEGER, paid_through TEXT, 
	CONSTRAINT pk_follow_up PRIMARY KEY (id), 
	CONSTRAINT ck_follow_up_version CHECK (version >= 1), 
	CONSTRAINT fk_follow_up_household_id_household FOREIGN KEY(household_id) REFERENCES household (id), 
	CONSTRAINT fk_follow_up_person_id_person FOREIGN KEY(person_id) REFERENCES person (id)
);
CREATE INDEX ix_follow_up_household_id ON follow_up (household_id);
CREATE INDEX ix_follow_up_due_on ON follow_up (settled_on, due_on);
CREATE TABLE absence (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	person_id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	place TEXT NOT NULL, 
	from_on TEXT NOT NULL, 
	to_on TEXT, 
	note TEXT NOT NULL, 
	CONSTRAINT pk_absence PRIMARY KEY (id), 
	CONSTRAINT ck_absence_version CHECK (version >= 1), 
	CONSTRAINT ck_absence_order CHECK (to_on IS NULL OR to_on >= from_on), 
	CONSTRAINT fk_absence_person_id_person FOREIGN KEY(person_id) REFERENCES person (id)
);
CREATE INDEX ix_absence_person_id ON absence (person_id);
CREATE TABLE former_relation (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	membership_id TEXT NOT NULL, 
	relation TEXT NOT NULL, 
	to_on TEXT NOT NULL, 
	CONSTRAINT pk_former_relation PRIMARY KEY (id), 
	CONSTRAINT ck_former_relation_version CHECK (version >= 1), 
	CONSTRAINT fk_former_relation_membership_id_membership FOREIGN KEY(membership_id) REFERENCES membership (id)
);
CREATE INDEX ix_former_relation_membership_id ON former_relation (membership_id);
CREATE TABLE former_number (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	person_id TEXT NOT NULL, 
	number TEXT NOT NULL, 
	to_on TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	CONSTRAINT pk_former_number PRIMARY KEY (id), 
	CONSTRAINT ck_former_number_version CHECK (version >= 1), 
	CONSTRAINT fk_former_number_person_id_person FOREIGN KEY(person_id) REFERENCES person (id)
);
CREATE INDEX ix_former_number_person_id ON former_number (person_id);
CREATE INDEX ix_former_number_number ON former_number (number);
CREATE TABLE register_import (
	id TEXT NOT NULL, 
	at TEXT NOT NULL, 
	"by" TEXT NOT NULL, 
	file_name TEXT NOT NULL, 
	sheet TEXT NOT NULL, 
	rows INTEGER NOT NULL, 
	households INTEGER NOT NULL, 
	people INTEGER NOT NULL, 
	columns TEXT NOT NULL, 
	undone_at TEXT, 
	undone_by TEXT, 
	CONSTRAINT pk_register_import PRIMARY KEY (id)
);
CREATE TABLE imported_household (
	import_id TEXT NOT NULL, 
	household_id TEXT NOT NULL, 
	CONSTRAINT pk_imported_household PRIMARY KEY (import_id, household_id), 
	CONSTRAINT fk_imported_household_import_id_register_import FOREIGN KEY(import_id) REFERENCES register_import (id)
);
CREATE INDEX ix_imported_household_household_id ON imported_household (household_id);
CREATE TABLE list_layout (
	fingerprint TEXT NOT NULL, 
	name TEXT NOT NULL, 
	columns TEXT NOT NULL, 
	at TEXT NOT NULL, 
	"by" TEXT NOT NULL, 
	CONSTRAINT pk_list_layout PRIMARY KEY (fingerprint)
);
CREATE TABLE transfer (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	standing TEXT NOT NULL, 
	household_id TEXT, 
	people TEXT NOT NULL, 
	village_code TEXT NOT NULL, 
	village_name TEXT NOT NULL, 
	moved_on TEXT NOT NULL, 
	noted_on TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	origin TEXT NOT NULL, 
	CONSTRAINT pk_transfer PRIMARY KEY (id), 
	CONSTRAINT ck_transfer_version CHECK (version >= 1), 
	CONSTRAINT fk_transfer_household_id_household FOREIGN KEY(household_id) REFERENCES household (id)
);
CREATE INDEX ix_transfer_household_id ON transfer (household_id);
CREATE UNIQUE INDEX uq_transfer_origin ON transfer (origin) WHERE origin <> '';
CREATE TABLE earlier_contribution (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	transfer_id TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	village_name TEXT NOT NULL, 
	insurance TEXT NOT NULL, 
	year INTEGER NOT NULL, 
	tier INTEGER NOT NULL, 
	amount INTEGER NOT NULL, 
	payer TEXT NOT NULL, 
	payer_name TEXT NOT NULL, 
	paid_on TEXT NOT NULL, 
	CONSTRAINT pk_earlier_contribution PRIMARY KEY (id), 
	CONSTRAINT ck_earlier_contribution_positive CHECK (amount > 0), 
	CONSTRAINT ck_earlier_contribution_version CHECK (version >= 1), 
	CONSTRAINT fk_earlier_contribution_transfer_id_transfer FOREIGN KEY(transfer_id) REFERENCES transfer (id), 
	CONSTRAINT fk_earlier_contribution_person_id_person FOREIGN KEY(person_id) REFERENCES person (id)
);
CREATE INDEX ix_earlier_contribution_person_id ON earlier_contribution (person_id);
CREATE INDEX ix_earlier_contribution_year ON earlier_contribution (year, insurance);
CREATE TABLE earlier_act (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	transfer_id TEXT NOT NULL, 
	household_id TEXT NOT NULL, 
	village_name TEXT NOT NULL, 
	by_name TEXT NOT NULL, 
	line TEXT NOT NULL, 
	CONSTRAINT pk_earlier_act PRIMARY KEY (id), 
	CONSTRAINT ck_earlier_act_version CHECK (version >= 1), 
	CONSTRAINT fk_earlier_act_transfer_id_transfer FOREIGN KEY(transfer_id) REFERENCES transfer (id), 
	CONSTRAINT fk_earlier_act_household_id_household FOREIGN KEY(household_id) REFERENCES household (id)
);
CREATE INDEX ix_earlier_act_household_id ON earlier_act (household_id);
CREATE TABLE transfer_offer (
	id TEXT NOT NULL, 
	content TEXT NOT NULL, 
	received_at TEXT NOT NULL, 
	CONSTRAINT pk_transfer_offer PRIMARY KEY (id)
);
CREATE TABLE transfer_told (
	id TEXT NOT NULL, 
	state TEXT NOT NULL, 
	"on" TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	CONSTRAINT pk_transfer_told PRIMARY KEY (id)
);
CREATE TABLE settlement (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	about TEXT NOT NULL, 
	record_id TEXT NOT NULL, 
	field TEXT NOT NULL, 
	sides TEXT NOT NULL, 
	choice TEXT NOT NULL, 
	CONSTRAINT pk_settlement PRIMARY KEY (id), 
	CONSTRAINT ck_settlement_version CHECK (version >= 1)
);
CREATE INDEX ix_settlement_record_id ON settlement (record_id);
CREATE TABLE settled_run (
	position INTEGER NOT NULL, 
	install TEXT NOT NULL, 
	epoch INTEGER NOT NULL, 
	first INTEGER NOT NULL, 
	last INTEGER NOT NULL, 
	refused TEXT NOT NULL, 
	CONSTRAINT pk_settled_run PRIMARY KEY (position)
);
CREATE TABLE laptop (
	install TEXT NOT NULL, 
	seat INTEGER NOT NULL, 
	standing TEXT NOT NULL, 
	CONSTRAINT pk_laptop PRIMARY KEY (install)
);
CREATE TABLE lost_value (
	position INTEGER NOT NULL, 
	act_id TEXT NOT NULL, 
	install TEXT NOT NULL, 
	about TEXT NOT NULL, 
	record_id TEXT NOT NULL, 
	field TEXT NOT NULL, 
	value TEXT NOT NULL, 
	standing TEXT NOT NULL, 
	owner TEXT NOT NULL, 
	open INTEGER NOT NULL, 
	CONSTRAINT pk_lost_value PRIMARY KEY (position)
);
CREATE INDEX ix_lost_value_record_id ON lost_value (record_id);
CREATE INDEX ix_lost_value_act_id ON lost_value (act_id);
CREATE INDEX ix_lost_value_open ON lost_value (open, record_id);
CREATE TABLE bank_account (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	person_id TEXT NOT NULL, 
	purpose TEXT NOT NULL, 
	number TEXT NOT NULL, 
	bank TEXT NOT NULL, 
	holder TEXT NOT NULL, 
	from_on TEXT NOT NULL, 
	to_on TEXT, 
	note TEXT NOT NULL, 
	CONSTRAINT pk_bank_account PRIMARY KEY (id), 
	CONSTRAINT ck_bank_account_order CHECK (to_on IS NULL OR to_on >= from_on), 
	CONSTRAINT ck_bank_account_version CHECK (version >= 1), 
	CONSTRAINT fk_bank_account_person_id_person FOREIGN KEY(person_id) REFERENCES person (id)
);
CREATE INDEX ix_bank_account_person_id ON bank_account (person_id);
CREATE INDEX ix_bank_account_number ON bank_account (number);
CREATE TABLE attachment (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	household_id TEXT NOT NULL, 
	person_id TEXT, 
	kind TEXT NOT NULL, 
	name TEXT NOT NULL, 
	media_type TEXT NOT NULL, 
	size INTEGER NOT NULL, 
	sha256 TEXT NOT NULL, 
	added_on TEXT NOT NULL, 
	removed_on TEXT, 
	note TEXT NOT NULL, 
	CONSTRAINT pk_attachment PRIMARY KEY (id), 
	CONSTRAINT ck_attachment_not_negative CHECK (size >= 0), 
	CONSTRAINT ck_attachment_version CHECK (version >= 1), 
	CONSTRAINT fk_attachment_household_id_household FOREIGN KEY(household_id) REFERENCES household (id), 
	CONSTRAINT fk_attachment_person_id_person FOREIGN KEY(person_id) REFERENCES person (id)
);
CREATE INDEX ix_attachment_household_id ON attachment (household_id);
CREATE INDEX ix_attachment_sha256 ON attachment (sha256);
CREATE TABLE person_pair (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	kept_id TEXT NOT NULL, 
	other_id TEXT NOT NULL, 
	verdict TEXT NOT NULL, 
	decided_on TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	CONSTRAINT pk_person_pair PRIMARY KEY (id), 
	CONSTRAINT ck_person_pair_two_people CHECK (kept_id <> other_id), 
	CONSTRAINT ck_person_pair_version CHECK (version >= 1), 
	CONSTRAINT fk_person_pair_kept_id_person FOREIGN KEY(kept_id) REFERENCES person (id), 
	CONSTRAINT fk_person_pair_other_id_person FOREIGN KEY(other_id) REFERENCES person (id)
);
CREATE INDEX ix_person_pair_kept_id ON person_pair (kept_id);
CREATE INDEX ix_person_pair_other_id ON person_pair (other_id);
CREATE TABLE attached_file (
	sha256 TEXT NOT NULL, 
	content BLOB NOT NULL, 
	size INTEGER NOT NULL, 
	CONSTRAINT pk_attached_file PRIMARY KEY (sha256)
);
CREATE TABLE calendar_day (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	day TEXT NOT NULL, 
	is_working INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	CONSTRAINT pk_calendar_day PRIMARY KEY (id), 
	CONSTRAINT ck_calendar_day_is_working CHECK (is_working IN (0, 1)), 
	CONSTRAINT ck_calendar_day_version CHECK (version >= 1), 
	CONSTRAINT uq_calendar_day_day UNIQUE (day)
);
CREATE TABLE recovery_span (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	follow_up_id TEXT NOT NULL, 
	from_on TEXT NOT NULL, 
	to_on TEXT NOT NULL, 
	monthly INTEGER NOT NULL, 
	source TEXT NOT NULL, 
	withdrawn_on TEXT, 
	CONSTRAINT pk_recovery_span PRIMARY KEY (id), 
	CONSTRAINT ck_recovery_span_order CHECK (to_on >= from_on), 
	CONSTRAINT ck_recovery_span_positive CHECK (monthly > 0), 
	CONSTRAINT ck_recovery_span_version CHECK (version >= 1), 
	CONSTRAINT fk_recovery_span_follow_up_id_follow_up FOREIGN KEY(follow_up_id) REFERENCES follow_up (id)
);
CREATE INDEX ix_recovery_span_follow_up_id ON recovery_span (follow_up_id);
CREATE TABLE recovery_receipt (
	id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	follow_up_id TEXT NOT NULL, 
	way TEXT NOT NULL, 
	amount INTEGER NOT NULL, 
	received_on TEXT NOT NULL, 
	paper TEXT NOT NULL, 
	reverses TEXT, 
	CONSTRAINT pk_recovery_receipt PRIMARY KEY (id), 
	CONSTRAINT ck_recovery_receipt_sign CHECK ((reverses IS NULL AND amount > 0) OR (reverses IS NOT NULL AND amount < 0)), 
	CONSTRAINT ck_recovery_receipt_version CHECK (version >= 1), 
	CONSTRAINT fk_recovery_receipt_follow_up_id_follow_up FOREIGN KEY(follow_up_id) REFERENCES follow_up (id), 
	CONSTRAINT fk_recovery_receipt_reverses_recovery_receipt FOREIGN KEY(reverses) REFERENCES recovery_receipt (id), 
	CONSTRAINT uq_recovery_receipt_reverses UNIQUE (reverses)
);
CREATE INDEX ix_recovery_receipt_follow_up_id ON recovery_receipt (follow_up_id);
INSERT INTO "alembic_version" ("version_num") VALUES ('0014');
INSERT INTO "clerk" ("id", "version", "name", "role", "active_from", "active_to") VALUES ('01a2017b-4940-7300-b729-d2adb23f5c5f', 1, '何清', 'clerk', '2026-03-16', NULL);
INSERT INTO "household" ("id", "version", "number", "group", "address", "hukou", "phone", "land", "housing_area", "housing_structure", "note", "registered_on", "closed_on", "close_reason") VALUES ('01a2017b-4a30-730c-8d8c-f69cc7fe5b2a', 1, '0001', '第1组', '大村1号', '20', '', NULL, NULL, '', '', '2026-03-16', NULL, '');
INSERT INTO "household" ("id", "version", "number", "group", "address", "hukou", "phone", "land", "housing_area", "housing_structure", "note", "registered_on", "closed_on", "close_reason") VALUES ('01a2017b-4bb0-709f-8c04-f4d78ef7201c', 1, '0002', '第2组', '大村1号', '20', '', NULL, NULL, '', '', '2026-03-16', NULL, '');
INSERT INTO "household" ("id", "version", "number", "group", "address", "hukou", "phone", "land", "housing_area", "housing_structure", "note", "registered_on", "closed_on", "close_reason") VALUES ('01a2017b-4bb5-75f3-b2c3-9baabcf7e938', 1, '0003', '第2组', '大村1号', '20', '', NULL, NULL, '', '', '2026-03-16', NULL, '');
INSERT INTO "install" ("id", "epoch", "signing_key", "age_secret", "age_recipient", "created_at", "seat") VALUES ('01a2017b-4942-76e1-a149-2a21dfb0d331', 1, X'1619E1B36103B91DEAF2297279BA42CEC794BA3E45DF5C27B6FEA14F193A79B0', 'AGE-SECRET-KEY-10RT9AAETXTMLJYQH4G23F7RJLP0X85R06XJU3JYFWJ7QN6GR3XFQ0SF2G9', 'age1x3eh7la2za07dlc5d5rmu27uyp8tfjtxarhvw5p7vtk8p7j7pvgqjf4sfy', '2026-03-16T01:00:01.000Z', 1);
INSERT INTO "journal" ("position", "install", "epoch", "number", "id", "at", "by", "kind", "subject", "reason", "changes", "previous", "hash") VALUES (1, '01a2017b-4942-76e1-a149-2a21dfb0d331', 1, 1, '01a2017b-4a13-720e-912f-b3fb0bc930bf', '2026-03-16T01:00:02.000Z', '01a2017b-4940-7300-b729-d2adb23f5c5f', 'create_village', '01a2017b-4a12-71b6-86d3-99757d2254d8', '', '[["clerk","01a2017b-4940-7300-b729-d2adb23f5c5f",0,{},{"active_from":"2026-03-16","active_to":null,"name":"何清","role":"clerk"}],["village","01a2017b-4a12-71b6-86d3-99757d2254d8",0,{},{"code":"532325100201","county":"姚安县","county_key":"age19s8pxjqth05m44kqjjj8gm8smmsqwx5ns4naz0jt4ky0p4srav9sam5jdu","local":"{}","name":"清河村","pack":"yaoan","phone":"0878-5700000","town":"栋川镇"}]]', '0000000000000000000000000000000000000000000000000000000000000000', '6456c688d4bf8c4aec3a1ad3eb0121f4c7c27839db955e3b4cd16ea88c401c64');
INSERT INTO "journal" ("position", "install", "epoch", "number", "id", "at", "by", "kind", "subject", "reason", "changes", "previous", "hash") VALUES (2, '01a2017b-4942-76e1-a149-2a21dfb0d331', 1, 2, '01a2017b-4a2d-75cd-a211-dc04914f74d2', '2026-03-16T01:00:03.000Z', '01a2017b-4940-7300-b729-d2adb23f5c5f', 'change_village', '01a2017b-4a12-71b6-86d3-99757d2254d8', '', '[["village","01a2017b-4a12-71b6-86d3-99757d2254d8",1,{"local":"{}"},{"local":"{\"dibao_standard\":\"420.00\",\"medical_premium\":\"400.00\"}"}]]', '6456c688d4bf8c4aec3a1ad3eb0121f4c7c27839db955e3b4cd16ea88c401c64', '1bf0d895200c7af915c93b275fde3cae46e8ccace2e9383246835252dd18437c');
INSERT INTO "journal" ("position", "install", "epoch", "number", "id", "at", "by", "kind", "subject", "reason", "changes", "previous", "hash") VALUES (3, '01a2017b-4942-76e1-a149-2a21dfb0d331', 1, 3, '01a2017b-4a39-73b5-8250-9714cb2855e8', '2026-03-16T01:00:04.000Z', '01a2017b-4940-7300-b729-d2adb23f5c5f', 'register_household', '01a2017b-4a30-730c-8d8c-f69cc7fe5b2a', '', '[["household","01a2017b-4a30-730c-8d8c-f69cc7fe5b2a",0,{},{"address":"大村1号","close_reason":"","closed_on":null,"group":"第1组","housing_area":null,"housing_structure":"","hukou":"20","land":null,"note":"","number":"0001","phone":"","registered_on":"2026-03-16"}],["person","01a2017b-4a36-718b-9f2d-490a83afe450",0,{},{"birth_on":"1953-12-06","chronic_illness":0,"died_on":null,"disability_certificate":"","disability_certified_on":null,"disability_grade":null,"disability_kind":null,"education":null,"former_id_number":null,"former_name":null,"id_number":"53232519531206003X","id_unverified":0,"labour_capacity":"none","marital":null,"medical_scheme":null,"name":"段有福","nation":"01","note":"","pension_balance":null,"pension_scheme":null,"pension_years":null,"phone":"19912340001","receiving_pension":0,"self_care":"full","serious_illness":0,"sex":"1","student":0,"temporary_number":null}],["membership","01a2017b-4a37-72b0-9149-308f3f902d8e",0,{},{"end_reason":"","from_on":"2026-03-16","household_id":"01a2017b-4a30-730c-8d8c-f69cc7fe5b2a","person_id":"01a2017b-4a36-718b-9f2d-490a83afe450","relation":"02","to_on":null}],["person","01a2017b-4a38-74db-a0ed-ecc97935fdc1",0,{},{"birth_on":"1957-12-06","chronic_illness":1,"died_on":null,"disability_certificate":"","disability_certified_on":null,"disability_grade":null,"disability_kind":null,"education":null,"former_id_number":null,"former_name":null,"id_number":"532325195712060047","id_unverified":0,"labour_capacity":"partial","marital":null,"medical_scheme":null,"name":"周兰英","nation":"01","note":"","pension_balance":null,"pension_scheme":null,"pension_years":null,"phone":"","receiving_pension":0,"self_care":"full","serious_illness":0,"sex":"2","student":0,"temporary_number":null}],["membership","01a2017b-4a38-74db-a0ed-ecca4a43f700",0,{},{"end_reason":"","from_on":"2026-03-16","household_id":"01a2017b-4a30-730c-8d8c-f69cc7fe5b2a","person_id":"01a2017b-4a38-74db-a0ed-ecc97935fdc1","relation":"12","to_on":null}],["identity","01a2017b-4a39-73b5-8250-9713ed34bb60",0,{},{"certificate":"","from_on":"2024-01-01","grade":null,"kind":"registered_poor","lifted_on":null,"person_id":"01a2017b-4a38-74db-a0ed-ecc97935fdc1","source":"","to_on":null}]]', '1bf0d895200c7af915c93b275fde3cae46e8ccace2e9383246835252dd18437c', '304e22586eea77719b73765a605054c6f907407276efb252c465bd01d7fd348d');
INSERT INTO "journal" ("position", "install", "epoch", "number", "id", "at", "by", "kind", "subject", "reason", "changes", "previous", "hash") VALUES (4, '01a2017b-4942-76e1-a149-2a21dfb0d331', 1, 4, '01a2017b-4bb2-731f-91de-1c65215765af', '2026-03-16T01:00:05.000Z', '01a2017b-4940-7300-b729-d2adb23f5c5f', 'register_household', '01a2017b-4bb0-709f-8c04-f4d78ef7201c', '', '[["household","01a2017b-4bb0-709f-8c04-f4d78ef7201c",0,{},{"address":"大村1号","close_reason":"","closed_on":null,"group":"第2组","housing_area":null,"housing_structure":"","hukou":"20","land":null,"note":"","number":"0002","phone":"","registered_on":"2026-03-16"}],["person","01a2017b-4bb1-70aa-afba-a15962a45088",0,{},{"birth_on":"1984-12-06","chronic_illness":0,"died_on":null,"disability_certificate":"","disability_certified_on":null,"disability_grade":null,"disability_kind":null,"education":null,"former_id_number":null,"former_name":null,"id_number":"532325198412060073","id_unverified":0,"labour_capacity":"full","marital":null,"medical_scheme":null,"name":"单长乐","nation":"01","note":"","pension_balance":null,"pension_scheme":null,"pension_years":null,"phone":"","receiving_pension":0,"self_care":"full","serious_illness":0,"sex":"1","student":0,"temporary_number":null}],["membership","01a2017b-4bb1-70aa-afba-a15ab58c1a57",0,{},{"end_reason":"","from_on":"2026-03-16","household_id":"01a2017b-4bb0-709f-8c04-f4d78ef7201c","person_id":"01a2017b-4bb1-70aa-afba-a15962a45088","relation":"02","to_on":null}],["person","01a2017b-4bb1-70aa-afba-a15b08218286",0,{},{"birth_on":"1986-12-06","chronic_illness":0,"died_on":null,"disability_certificate":"","disability_certified_on":null,"disability_grade":null,"disability_kind":null,"education":null,"former_id_number":null,"former_name":null,"id_number":"532325198612060086","id_unverified":0,"labour_capacity":"full","marital":null,"medical_scheme":null,"name":"李㛃","nation":"01","note":"","pension_balance":null,"pension_scheme":null,"pension_years":null,"phone":"","receiving_pension":0,"self_care":"full","serious_illness":0,"sex":"2","student":0,"temporary_number":null}],["membership","01a2017b-4bb1-70aa-afba-a15c323890e7",0,{},{"end_reason":"","from_on":"2026-03-16","household_id":"01a2017b-4bb0-709f-8c04-f4d78ef7201c","person_id":"01a2017b-4bb1-70aa-afba-a15b08218286","relation":"12","to_on":null}],["person","01a2017b-4bb2-731f-91de-1c632300a238",0,{},{"birth_on":"2013-12-06","chronic_illness":0,"died_on":null,"disability_certificate":"","disability_certified_on":null,"disability_grade":null,"disability_kind":null,"education":null,"former_id_number":null,"former_name":null,"id_number":"53232520131206010X","id_unverified":0,"labour_capacity":"full","marital":null,"medical_scheme":null,"name":"单小雨","nation":"01","note":"","pension_balance":null,"pension_scheme":null,"pension_years":null,"phone":"","receiving_pension":0,"self_care":"full","serious_illness":0,"sex":"2","student":1,"temporary_number":null}],["membership","01a2017b-4bb2-731f-91de-1c64b7c605fd",0,{},{"end_reason":"","from_on":"2026-03-16","household_id":"01a2017b-4bb0-709f-8c04-f4d78ef7201c","person_id":"01a2017b-4bb2-731f-91de-1c632300a238","relation":"30","to_on":null}]]', '304e22586eea77719b73765a605054c6f907407276efb252c465bd01d7fd348d', 'bbb8d734d10736d9de1b70b6d16f158dad2fc065c4ca447e97fef3258af82910');
INSERT INTO "journal" ("position", "install", "epoch", "number", "id", "at", "by", "kind", "subject", "reason", "changes", "previous", "hash") VALUES (5, '01a2017b-4942-76e1-a149-2a21dfb0d331', 1, 5, '01a2017b-4bb6-75f5-a925-73e2d3d91aee', '2026-03-16T01:00:06.000Z', '01a2017b-4940-7300-b729-d2adb23f5c5f', 'register_household', '01a2017b-4bb5-75f3-b2c3-9baabcf7e938', '', '[["household","01a2017b-4bb5-75f3-b2c3-9baabcf7e938",0,{},{"address":"大村1号","close_reason":"","closed_on":null,"group":"第2组","housing_area":null,"housing_structure":"","hukou":"20","land":null,"note":"","number":"0003","phone":"","registered_on":"2026-03-16"}],["person","01a2017b-4bb6-75f5-a925-73e04e2ee79d",0,{},{"birth_on":"1975-12-06","chronic_illness":0,"died_on":null,"disability_certificate":"","disability_certified_on":null,"disability_grade":2,"disability_kind":"4","education":null,"former_id_number":null,"former_name":null,"id_number":"53232519751206013X","id_unverified":0,"labour_capacity":"partial","marital":null,"medical_scheme":null,"name":"罗𬭎","nation":"01","note":"","pension_balance":null,"pension_scheme":null,"pension_years":null,"phone":"","receiving_pension":0,"self_care":"full","serious_illness":0,"sex":"1","student":0,"temporary_number":null}],["membership","01a2017b-4bb6-75f5-a925-73e1fd39965b",0,{},{"end_reason":"","from_on":"2026-03-16","household_id":"01a2017b-4bb5-75f3-b2c3-9baabcf7e938","person_id":"01a2017b-4bb6-75f5-a925-73e04e2ee79d","relation":"02","to_on":null}]]', 'bbb8d734d10736d9de1b70b6d16f158dad2fc065c4ca447e97fef3258af82910', '36231f39bcbdf9fa9fe9b70c1e6632c4796e2bb76f5cb489da45536fe8fdfdcd');
INSERT INTO "person" ("id", "version", "name", "id_number", "id_unverified", "former_id_number", "temporary_number", "birth_on", "sex", "nation", "phone", "marital", "education", "student", "labour_capacity", "self_care", "serious_illness", "chronic_illness", "disability_certificate", "disability_kind", "disability_grade", "disability_certified_on", "pension_scheme", "medical_scheme", "receiving_pension", "note", "died_on", "pension_years", "pension_balance", "former_name") VALUES ('01a2017b-4a36-718b-9f2d-490a83afe450', 1, '段有福', '53232519531206003X', 0, NULL, NULL, '1953-12-06', '1', '01', '19912340001', NULL, NULL, 0, 'none', 'full', 0, 0, '', NULL, NULL, NULL, NULL, NULL, 0, '', NULL, NULL, NULL, NULL);
INSERT INTO "person" ("id", "version", "name", "id_number", "id_unverified", "former_id_number", "temporary_number", "birth_on", "sex", "nation", "phone", "marital", "education", "student", "labour_capacity", "self_care", "serious_illness", "chronic_illness", "disability_certificate", "disability_kind", "disability_grade", "disability_certified_on", "pension_scheme", "medical_scheme", "receiving_pension", "note", "died_on", "pension_years", "pension_balance", "former_name") VALUES ('01a2017b-4a38-74db-a0ed-ecc97935fdc1', 1, '周兰英', '532325195712060047', 0, NULL, NULL, '1957-12-06', '2', '01', '', NULL, NULL, 0, 'partial', 'full', 0, 1, '', NULL, NULL, NULL, NULL, NULL, 0, '', NULL, NULL, NULL, NULL);
INSERT INTO "person" ("id", "version", "name", "id_number", "id_unverified", "former_id_number", "temporary_number", "birth_on", "sex", "nation", "phone", "marital", "education", "student", "labour_capacity", "self_care", "serious_illness", "chronic_illness", "disability_certificate", "disability_kind", "disability_grade", "disability_certified_on", "pension_scheme", "medical_scheme", "receiving_pension", "note", "died_on", "pension_years", "pension_balance", "former_name") VALUES ('01a2017b-4bb1-70aa-afba-a15962a45088', 1, '单长乐', '532325198412060073', 0, NULL, NULL, '1984-12-06', '1', '01', '', NULL, NULL, 0, 'full', 'full', 0, 0, '', NULL, NULL, NULL, NULL, NULL, 0, '', NULL, NULL, NULL, NULL);
INSERT INTO "person" ("id", "version", "name", "id_number", "id_unverified", "former_id_number", "temporary_number", "birth_on", "sex", "nation", "phone", "marital", "education", "student", "labour_capacity", "self_care", "serious_illness", "chronic_illness", "disability_certificate", "disability_kind", "disability_grade", "disability_certified_on", "pension_scheme", "medical_scheme", "receiving_pension", "note", "died_on", "pension_years", "pension_balance", "former_name") VALUES ('01a2017b-4bb1-70aa-afba-a15b08218286', 1, '李㛃', '532325198612060086', 0, NULL, NULL, '1986-12-06', '2', '01', '', NULL, NULL, 0, 'full', 'full', 0, 0, '', NULL, NULL, NULL, NULL, NULL, 0, '', NULL, NULL, NULL, NULL);
INSERT INTO "person" ("id", "version", "name", "id_number", "id_unverified", "former_id_number", "temporary_number", "birth_on", "sex", "nation", "phone", "marital", "education", "student", "labour_capacity", "self_care", "serious_illness", "chronic_illness", "disability_certificate", "disability_kind", "disability_grade", "disability_certified_on", "pension_scheme", "medical_scheme", "receiving_pension", "note", "died_on", "pension_years", "pension_balance", "former_name") VALUES ('01a2017b-4bb2-731f-91de-1c632300a238', 1, '单小雨', '53232520131206010X', 0, NULL, NULL, '2013-12-06', '2', '01', '', NULL, NULL, 1, 'full', 'full', 0, 0, '', NULL, NULL, NULL, NULL, NULL, 0, '', NULL, NULL, NULL, NULL);
INSERT INTO "person" ("id", "version", "name", "id_number", "id_unverified", "former_id_number", "temporary_number", "birth_on", "sex", "nation", "phone", "marital", "education", "student", "labour_capacity", "self_care", "serious_illness", "chronic_illness", "disability_certificate", "disability_kind", "disability_grade", "disability_certified_on", "pension_scheme", "medical_scheme", "receiving_pension", "note", "died_on", "pension_years", "pension_balance", "former_name") VALUES ('01a2017b-4bb6-75f5-a925-73e04e2ee79d', 1, '罗𬭎', '53232519751206013X', 0, NULL, NULL, '1975-12-06', '1', '01', '', NULL, NULL, 0, 'partial', 'full', 0, 0, '', '4', 2, NULL, NULL, NULL, 0, '', NULL, NULL, NULL, NULL);
INSERT INTO "village" ("id", "version", "code", "name", "town", "county", "pack", "phone", "local", "county_key") VALUES ('01a2017b-4a12-71b6-86d3-99757d2254d8', 2, '532325100201', '清河村', '栋川镇', '姚安县', 'yaoan', '0878-5700000', '{"dibao_standard":"420.00","medical_premium":"400.00"}', 'age19s8pxjqth05m44kqjjj8gm8smmsqwx5ns4naz0jt4ky0p4srav9sam5jdu');
INSERT INTO "identity" ("id", "version", "person_id", "kind", "grade", "certificate", "source", "from_on", "to_on", "lifted_on") VALUES ('01a2017b-4a39-73b5-8250-9713ed34bb60', 1, '01a2017b-4a38-74db-a0ed-ecc97935fdc1', 'registered_poor', NULL, '', '', '2024-01-01', NULL, NULL);
INSERT INTO "journal_touch" ("record_id", "position") VALUES ('01a2017b-4940-7300-b729-d2adb23f5c5f', 1);
INSERT INTO "journal_touch" ("record_id", "position") VALUES ('01a2017b-4a12-71b6-86d3-99757d2254d8', 1);
INSERT INTO "journal_touch" ("record_id", "position") VALUES ('01a2017b-4a12-71b6-86d3-99757d2254d8', 2);
INSERT INTO "journal_touch" ("record_id", "position") VALUES ('01a2017b-4a30-730c-8d8c-f69cc7fe5b2a', 3);
INSERT INTO "journal_touch" ("record_id", "position") VALUES ('01a2017b-4a36-718b-9f2d-490a83afe450', 3);
INSERT INTO "journal_touch" ("record_id", "position") VALUES ('01a2017b-4a37-72b0-9149-308f3f902d8e', 3);
INSERT INTO "journal_touch" ("record_id", "position") VALUES ('01a2017b-4a38-74db-a0ed-ecc97935fdc1', 3);
INSERT INTO "journal_touch" ("record_id", "position") VALUES ('01a2017b-4a38-74db-a0ed-ecca4a43f700', 3);
INSERT INTO "journal_touch" ("record_id", "position") VALUES ('01a2017b-4a39-73b5-8250-9713ed34bb60', 3);
INSERT INTO "journal_touch" ("record_id", "position") VALUES ('01a2017b-4bb0-709f-8c04-f4d78ef7201c', 4);
INSERT INTO "journal_touch" ("record_id", "position") VALUES ('01a2017b-4bb1-70aa-afba-a15962a45088', 4);
INSERT INTO "journal_touch" ("record_id", "position") VALUES ('01a2017b-4bb1-70aa-afba-a15ab58c1a57', 4);
INSERT INTO "journal_touch" ("record_id", "position") VALUES ('01a2017b-4bb1-70aa-afba-a15b08218286', 4);
INSERT INTO "journal_touch" ("record_id", "position") VALUES ('01a2017b-4bb1-70aa-afba-a15c323890e7', 4);
INSERT INTO "journal_touch" ("record_id", "position") VALUES ('01a2017b-4bb2-731f-91de-1c632300a238', 4);
INSERT INTO "journal_touch" ("record_id", "position") VALUES ('01a2017b-4bb2-731f-91de-1c64b7c605fd', 4);
INSERT INTO "journal_touch" ("record_id", "position") VALUES ('01a2017b-4bb5-75f3-b2c3-9baabcf7e938', 5);
INSERT INTO "journal_touch" ("record_id", "position") VALUES ('01a2017b-4bb6-75f5-a925-73e04e2ee79d', 5);
INSERT INTO "journal_touch" ("record_id", "position") VALUES ('01a2017b-4bb6-75f5-a925-73e1fd39965b', 5);
INSERT INTO "membership" ("id", "version", "household_id", "person_id", "relation", "from_on", "to_on", "end_reason") VALUES ('01a2017b-4a37-72b0-9149-308f3f902d8e', 1, '01a2017b-4a30-730c-8d8c-f69cc7fe5b2a', '01a2017b-4a36-718b-9f2d-490a83afe450', '02', '2026-03-16', NULL, '');
INSERT INTO "membership" ("id", "version", "household_id", "person_id", "relation", "from_on", "to_on", "end_reason") VALUES ('01a2017b-4a38-74db-a0ed-ecca4a43f700', 1, '01a2017b-4a30-730c-8d8c-f69cc7fe5b2a', '01a2017b-4a38-74db-a0ed-ecc97935fdc1', '12', '2026-03-16', NULL, '');
INSERT INTO "membership" ("id", "version", "household_id", "person_id", "relation", "from_on", "to_on", "end_reason") VALUES ('01a2017b-4bb1-70aa-afba-a15ab58c1a57', 1, '01a2017b-4bb0-709f-8c04-f4d78ef7201c', '01a2017b-4bb1-70aa-afba-a15962a45088', '02', '2026-03-16', NULL, '');
INSERT INTO "membership" ("id", "version", "household_id", "person_id", "relation", "from_on", "to_on", "end_reason") VALUES ('01a2017b-4bb1-70aa-afba-a15c323890e7', 1, '01a2017b-4bb0-709f-8c04-f4d78ef7201c', '01a2017b-4bb1-70aa-afba-a15b08218286', '12', '2026-03-16', NULL, '');
INSERT INTO "membership" ("id", "version", "household_id", "person_id", "relation", "from_on", "to_on", "end_reason") VALUES ('01a2017b-4bb2-731f-91de-1c64b7c605fd', 1, '01a2017b-4bb0-709f-8c04-f4d78ef7201c', '01a2017b-4bb2-731f-91de-1c632300a238', '30', '2026-03-16', NULL, '');
INSERT INTO "membership" ("id", "version", "household_id", "person_id", "relation", "from_on", "to_on", "end_reason") VALUES ('01a2017b-4bb6-75f5-a925-73e1fd39965b', 1, '01a2017b-4bb5-75f3-b2c3-9baabcf7e938', '01a2017b-4bb6-75f5-a925-73e04e2ee79d', '02', '2026-03-16', NULL, '');
INSERT INTO "search_entry" ("row", "person_id") VALUES (1, '01a2017b-4a36-718b-9f2d-490a83afe450');
INSERT INTO "search_entry" ("row", "person_id") VALUES (2, '01a2017b-4a38-74db-a0ed-ecc97935fdc1');
INSERT INTO "search_entry" ("row", "person_id") VALUES (3, '01a2017b-4bb1-70aa-afba-a15962a45088');
INSERT INTO "search_entry" ("row", "person_id") VALUES (4, '01a2017b-4bb1-70aa-afba-a15b08218286');
INSERT INTO "search_entry" ("row", "person_id") VALUES (5, '01a2017b-4bb2-731f-91de-1c632300a238');
INSERT INTO "search_entry" ("row", "person_id") VALUES (6, '01a2017b-4bb6-75f5-a925-73e04e2ee79d');
INSERT INTO "search_key" ("key", "row") VALUES ('ccl', 3);
INSERT INTO "search_key" ("key", "row") VALUES ('ccy', 3);
INSERT INTO "search_key" ("key", "row") VALUES ('chanchangle', 3);
INSERT INTO "search_key" ("key", "row") VALUES ('chanchangyue', 3);
INSERT INTO "search_key" ("key", "row") VALUES ('chanxiaoyu', 5);
INSERT INTO "search_key" ("key", "row") VALUES ('chanzhangle', 3);
INSERT INTO "search_key" ("key", "row") VALUES ('chanzhangyue', 3);
INSERT INTO "search_key" ("key", "row") VALUES ('cxy', 5);
INSERT INTO "search_key" ("key", "row") VALUES ('czl', 3);
INSERT INTO "search_key" ("key", "row") VALUES ('czy', 3);
INSERT INTO "search_key" ("key", "row") VALUES ('danchangle', 3);
INSERT INTO "search_key" ("key", "row") VALUES ('danchangyue', 3);
INSERT INTO "search_key" ("key", "row") VALUES ('danxiaoyu', 5);
INSERT INTO "search_key" ("key", "row") VALUES ('danzhangle', 3);
INSERT INTO "search_key" ("key", "row") VALUES ('danzhangyue', 3);
INSERT INTO "search_key" ("key", "row") VALUES ('dcl', 3);
INSERT INTO "search_key" ("key", "row") VALUES ('dcy', 3);
INSERT INTO "search_key" ("key", "row") VALUES ('duanweifu', 1);
INSERT INTO "search_key" ("key", "row") VALUES ('duanyoufu', 1);
INSERT INTO "search_key" ("key", "row") VALUES ('dwf', 1);
INSERT INTO "search_key" ("key", "row") VALUES ('dxy', 5);
INSERT INTO "search_key" ("key", "row") VALUES ('dyf', 1);
INSERT INTO "search_key" ("key", "row") VALUES ('dzl', 3);
INSERT INTO "search_key" ("key", "row") VALUES ('dzy', 3);
INSERT INTO "search_key" ("key", "row") VALUES ('lh', 6);
INSERT INTO "search_key" ("key", "row") VALUES ('lijie', 4);
INSERT INTO "search_key" ("key", "row") VALUES ('lj', 4);
INSERT INTO "search_key" ("key", "row") VALUES ('luohong', 6);
INSERT INTO "search_key" ("key", "row") VALUES ('scl', 3);
INSERT INTO "search_key" ("key", "row") VALUES ('scy', 3);
INSERT INTO "search_key" ("key", "row") VALUES ('shanchangle', 3);
INSERT INTO "search_key" ("key", "row") VALUES ('shanchangyue', 3);
INSERT INTO "search_key" ("key", "row") VALUES ('shanxiaoyu', 5);
INSERT INTO "search_key" ("key", "row") VALUES ('shanzhangle', 3);
INSERT INTO "search_key" ("key", "row") VALUES ('shanzhangyue', 3);
INSERT INTO "search_key" ("key", "row") VALUES ('sxy', 5);
INSERT INTO "search_key" ("key", "row") VALUES ('szl', 3);
INSERT INTO "search_key" ("key", "row") VALUES ('szy', 3);
INSERT INTO "search_key" ("key", "row") VALUES ('zhoulanyang', 2);
INSERT INTO "search_key" ("key", "row") VALUES ('zhoulanying', 2);
INSERT INTO "search_key" ("key", "row") VALUES ('zly', 2);
INSERT INTO "search_key" ("key", "row") VALUES ('㛃', 4);
INSERT INTO "search_key" ("key", "row") VALUES ('乐', 3);
INSERT INTO "search_key" ("key", "row") VALUES ('兰英', 2);
INSERT INTO "search_key" ("key", "row") VALUES ('单小雨', 5);
INSERT INTO "search_key" ("key", "row") VALUES ('单长乐', 3);
INSERT INTO "search_key" ("key", "row") VALUES ('周兰英', 2);
INSERT INTO "search_key" ("key", "row") VALUES ('小雨', 5);
INSERT INTO "search_key" ("key", "row") VALUES ('有福', 1);
INSERT INTO "search_key" ("key", "row") VALUES ('李㛃', 4);
INSERT INTO "search_key" ("key", "row") VALUES ('段有福', 1);
INSERT INTO "search_key" ("key", "row") VALUES ('福', 1);
INSERT INTO "search_key" ("key", "row") VALUES ('罗𬭎', 6);
INSERT INTO "search_key" ("key", "row") VALUES ('英', 2);
INSERT INTO "search_key" ("key", "row") VALUES ('长乐', 3);
INSERT INTO "search_key" ("key", "row") VALUES ('雨', 5);
INSERT INTO "search_key" ("key", "row") VALUES ('𬭎', 6);
INSERT INTO "search_number" ("rowid", "numbers") VALUES (1, '53232519531206003X 19912340001');
INSERT INTO "search_number" ("rowid", "numbers") VALUES (2, '532325195712060047');
INSERT INTO "search_number" ("rowid", "numbers") VALUES (3, '532325198412060073');
INSERT INTO "search_number" ("rowid", "numbers") VALUES (4, '532325198612060086');
INSERT INTO "search_number" ("rowid", "numbers") VALUES (5, '53232520131206010X');
INSERT INTO "search_number" ("rowid", "numbers") VALUES (6, '53232519751206013X');
CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
