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
	created_at TEXT NOT NULL, 
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
	died_on TEXT, pension_years INTEGER, pension_balance INTEGER, 
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
	end_reason TEXT NOT NULL, end_number TEXT, heard_on TEXT, 
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
	void_reason TEXT NOT NULL, insurance TEXT, year INTEGER, deadline TEXT, 
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
	outcome TEXT NOT NULL, 
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
INSERT INTO "alembic_version" ("version_num") VALUES ('0007');
INSERT INTO "clerk" ("id", "version", "name", "role", "active_from", "active_to") VALUES ('01a2001e-4717-7512-ad88-67c52ad964e5', 1, '何清', 'clerk', '2026-03-16', NULL);
INSERT INTO "household" ("id", "version", "number", "group", "address", "hukou", "phone", "land", "housing_area", "housing_structure", "note", "registered_on", "closed_on", "close_reason") VALUES ('01a2001e-4825-745c-b66b-a26a8b282ac7', 1, '0001', '第1组', '大村1号', '20', '', NULL, NULL, '', '', '2026-03-16', NULL, '');
INSERT INTO "household" ("id", "version", "number", "group", "address", "hukou", "phone", "land", "housing_area", "housing_structure", "note", "registered_on", "closed_on", "close_reason") VALUES ('01a2001e-4957-748b-a2dd-ee4084d5f9ed', 1, '0002', '第2组', '大村1号', '20', '', NULL, NULL, '', '', '2026-03-16', NULL, '');
INSERT INTO "household" ("id", "version", "number", "group", "address", "hukou", "phone", "land", "housing_area", "housing_structure", "note", "registered_on", "closed_on", "close_reason") VALUES ('01a2001e-495b-7576-b90e-0caccb770782', 1, '0003', '第2组', '大村1号', '20', '', NULL, NULL, '', '', '2026-03-16', NULL, '');
INSERT INTO "install" ("id", "epoch", "signing_key", "age_secret", "age_recipient", "created_at") VALUES ('01a2001e-4719-7207-abfc-3a31659be407', 1, X'FF962833A2C5FC8BA131127FB9D2A93C2BBD130C8A99AC5F106CB618BE806675', 'AGE-SECRET-KEY-1RE7SS07N9MQ6MY39LW62GY2VG98SJFXYJ082GLPTT9HTCYGUE0VQ7PADFG', 'age1nwfkcvfw5e6uy23uve9chm3lmnflsl2zwp8ravt33yaumwpf6stqleps30', '2026-03-16T01:00:01.000Z');
INSERT INTO "journal" ("position", "install", "epoch", "number", "id", "at", "by", "kind", "subject", "reason", "changes", "previous", "hash") VALUES (1, '01a2001e-4719-7207-abfc-3a31659be407', 1, 1, '01a2001e-47ed-74f8-b622-b23408817314', '2026-03-16T01:00:02.000Z', '01a2001e-4717-7512-ad88-67c52ad964e5', 'create_village', '01a2001e-47ec-77d0-8458-b30d540b2cc9', '', '[["clerk","01a2001e-4717-7512-ad88-67c52ad964e5",0,{},{"active_from":"2026-03-16","active_to":null,"name":"何清","role":"clerk"}],["village","01a2001e-47ec-77d0-8458-b30d540b2cc9",0,{},{"code":"532325100201","county":"姚安县","county_key":"age1x79p8u9xtv4lkzpv5d3qx9aa4xv0084zmgl2uanywtczpjqqvq7s20r6hw","local":"{}","name":"清河村","pack":"yaoan","phone":"0878-5700000","town":"栋川镇"}]]', '0000000000000000000000000000000000000000000000000000000000000000', '20fe44d826f95c52abb59fe5ed2ebb8dc8245042beed91e253b23937a216dbfe');
INSERT INTO "journal" ("position", "install", "epoch", "number", "id", "at", "by", "kind", "subject", "reason", "changes", "previous", "hash") VALUES (2, '01a2001e-4719-7207-abfc-3a31659be407', 1, 2, '01a2001e-4816-75ee-80d1-e4f0fd67b2b5', '2026-03-16T01:00:03.000Z', '01a2001e-4717-7512-ad88-67c52ad964e5', 'change_village', '01a2001e-47ec-77d0-8458-b30d540b2cc9', '', '[["village","01a2001e-47ec-77d0-8458-b30d540b2cc9",1,{"local":"{}"},{"local":"{\"dibao_standard\":\"420.00\",\"medical_premium\":\"400.00\"}"}]]', '20fe44d826f95c52abb59fe5ed2ebb8dc8245042beed91e253b23937a216dbfe', '903175746b70c647f0de4422b71dc8d10d81885ae5a9abb632a18c44963b393c');
INSERT INTO "journal" ("position", "install", "epoch", "number", "id", "at", "by", "kind", "subject", "reason", "changes", "previous", "hash") VALUES (3, '01a2001e-4719-7207-abfc-3a31659be407', 1, 3, '01a2001e-482e-70fe-8a4f-435a18521475', '2026-03-16T01:00:04.000Z', '01a2001e-4717-7512-ad88-67c52ad964e5', 'register_household', '01a2001e-4825-745c-b66b-a26a8b282ac7', '', '[["household","01a2001e-4825-745c-b66b-a26a8b282ac7",0,{},{"address":"大村1号","close_reason":"","closed_on":null,"group":"第1组","housing_area":null,"housing_structure":"","hukou":"20","land":null,"note":"","number":"0001","phone":"","registered_on":"2026-03-16"}],["person","01a2001e-482c-71fc-9d33-e6a161e30111",0,{},{"birth_on":"1953-12-06","chronic_illness":0,"died_on":null,"disability_certificate":"","disability_certified_on":null,"disability_grade":null,"disability_kind":null,"education":null,"former_id_number":null,"id_number":"53232519531206003X","id_unverified":0,"labour_capacity":"none","marital":null,"medical_scheme":null,"name":"段有福","nation":"01","note":"","pension_balance":null,"pension_scheme":null,"pension_years":null,"phone":"19912340001","receiving_pension":0,"self_care":"full","serious_illness":0,"sex":"1","student":0,"temporary_number":null}],["membership","01a2001e-482d-7363-a0a1-1d88f7d237af",0,{},{"end_reason":"","from_on":"2026-03-16","household_id":"01a2001e-4825-745c-b66b-a26a8b282ac7","person_id":"01a2001e-482c-71fc-9d33-e6a161e30111","relation":"02","to_on":null}],["person","01a2001e-482e-70fe-8a4f-4357c9bf24b6",0,{},{"birth_on":"1957-12-06","chronic_illness":1,"died_on":null,"disability_certificate":"","disability_certified_on":null,"disability_grade":null,"disability_kind":null,"education":null,"former_id_number":null,"id_number":"532325195712060047","id_unverified":0,"labour_capacity":"partial","marital":null,"medical_scheme":null,"name":"周兰英","nation":"01","note":"","pension_balance":null,"pension_scheme":null,"pension_years":null,"phone":"","receiving_pension":0,"self_care":"full","serious_illness":0,"sex":"2","student":0,"temporary_number":null}],["membership","01a2001e-482e-70fe-8a4f-435861b33aac",0,{},{"end_reason":"","from_on":"2026-03-16","household_id":"01a2001e-4825-745c-b66b-a26a8b282ac7","person_id":"01a2001e-482e-70fe-8a4f-4357c9bf24b6","relation":"12","to_on":null}],["identity","01a2001e-482e-70fe-8a4f-43597fd704a4",0,{},{"certificate":"","from_on":"2024-01-01","grade":null,"kind":"registered_poor","lifted_on":null,"person_id":"01a2001e-482e-70fe-8a4f-4357c9bf24b6","source":"","to_on":null}]]', '903175746b70c647f0de4422b71dc8d10d81885ae5a9abb632a18c44963b393c', '0c0441bc43e26b7e0059d76eb677171e6bbc0282409db8f449d420fc61638fbc');
INSERT INTO "journal" ("position", "install", "epoch", "number", "id", "at", "by", "kind", "subject", "reason", "changes", "previous", "hash") VALUES (4, '01a2001e-4719-7207-abfc-3a31659be407', 1, 4, '01a2001e-4958-709b-be9b-7ba68629e04a', '2026-03-16T01:00:05.000Z', '01a2001e-4717-7512-ad88-67c52ad964e5', 'register_household', '01a2001e-4957-748b-a2dd-ee4084d5f9ed', '', '[["household","01a2001e-4957-748b-a2dd-ee4084d5f9ed",0,{},{"address":"大村1号","close_reason":"","closed_on":null,"group":"第2组","housing_area":null,"housing_structure":"","hukou":"20","land":null,"note":"","number":"0002","phone":"","registered_on":"2026-03-16"}],["person","01a2001e-4957-748b-a2dd-ee416923240b",0,{},{"birth_on":"1984-12-06","chronic_illness":0,"died_on":null,"disability_certificate":"","disability_certified_on":null,"disability_grade":null,"disability_kind":null,"education":null,"former_id_number":null,"id_number":"532325198412060073","id_unverified":0,"labour_capacity":"full","marital":null,"medical_scheme":null,"name":"单长乐","nation":"01","note":"","pension_balance":null,"pension_scheme":null,"pension_years":null,"phone":"","receiving_pension":0,"self_care":"full","serious_illness":0,"sex":"1","student":0,"temporary_number":null}],["membership","01a2001e-4958-709b-be9b-7ba1172133fe",0,{},{"end_reason":"","from_on":"2026-03-16","household_id":"01a2001e-4957-748b-a2dd-ee4084d5f9ed","person_id":"01a2001e-4957-748b-a2dd-ee416923240b","relation":"02","to_on":null}],["person","01a2001e-4958-709b-be9b-7ba2dc0a1af3",0,{},{"birth_on":"1986-12-06","chronic_illness":0,"died_on":null,"disability_certificate":"","disability_certified_on":null,"disability_grade":null,"disability_kind":null,"education":null,"former_id_number":null,"id_number":"532325198612060086","id_unverified":0,"labour_capacity":"full","marital":null,"medical_scheme":null,"name":"李㛃","nation":"01","note":"","pension_balance":null,"pension_scheme":null,"pension_years":null,"phone":"","receiving_pension":0,"self_care":"full","serious_illness":0,"sex":"2","student":0,"temporary_number":null}],["membership","01a2001e-4958-709b-be9b-7ba330c662a2",0,{},{"end_reason":"","from_on":"2026-03-16","household_id":"01a2001e-4957-748b-a2dd-ee4084d5f9ed","person_id":"01a2001e-4958-709b-be9b-7ba2dc0a1af3","relation":"12","to_on":null}],["person","01a2001e-4958-709b-be9b-7ba40f99873e",0,{},{"birth_on":"2013-12-06","chronic_illness":0,"died_on":null,"disability_certificate":"","disability_certified_on":null,"disability_grade":null,"disability_kind":null,"education":null,"former_id_number":null,"id_number":"53232520131206010X","id_unverified":0,"labour_capacity":"full","marital":null,"medical_scheme":null,"name":"单小雨","nation":"01","note":"","pension_balance":null,"pension_scheme":null,"pension_years":null,"phone":"","receiving_pension":0,"self_care":"full","serious_illness":0,"sex":"2","student":1,"temporary_number":null}],["membership","01a2001e-4958-709b-be9b-7ba5284e280a",0,{},{"end_reason":"","from_on":"2026-03-16","household_id":"01a2001e-4957-748b-a2dd-ee4084d5f9ed","person_id":"01a2001e-4958-709b-be9b-7ba40f99873e","relation":"30","to_on":null}]]', '0c0441bc43e26b7e0059d76eb677171e6bbc0282409db8f449d420fc61638fbc', '58febe43b88208d3ba3d6a220c118f9a6ad12f6793c35372d35d54de1a6778de');
INSERT INTO "journal" ("position", "install", "epoch", "number", "id", "at", "by", "kind", "subject", "reason", "changes", "previous", "hash") VALUES (5, '01a2001e-4719-7207-abfc-3a31659be407', 1, 5, '01a2001e-495c-70bf-ad31-626ddeb2f4d8', '2026-03-16T01:00:06.000Z', '01a2001e-4717-7512-ad88-67c52ad964e5', 'register_household', '01a2001e-495b-7576-b90e-0caccb770782', '', '[["household","01a2001e-495b-7576-b90e-0caccb770782",0,{},{"address":"大村1号","close_reason":"","closed_on":null,"group":"第2组","housing_area":null,"housing_structure":"","hukou":"20","land":null,"note":"","number":"0003","phone":"","registered_on":"2026-03-16"}],["person","01a2001e-495c-70bf-ad31-626b91e3a727",0,{},{"birth_on":"1975-12-06","chronic_illness":0,"died_on":null,"disability_certificate":"","disability_certified_on":null,"disability_grade":2,"disability_kind":"4","education":null,"former_id_number":null,"id_number":"53232519751206013X","id_unverified":0,"labour_capacity":"partial","marital":null,"medical_scheme":null,"name":"罗𬭎","nation":"01","note":"","pension_balance":null,"pension_scheme":null,"pension_years":null,"phone":"","receiving_pension":0,"self_care":"full","serious_illness":0,"sex":"1","student":0,"temporary_number":null}],["membership","01a2001e-495c-70bf-ad31-626cef960052",0,{},{"end_reason":"","from_on":"2026-03-16","household_id":"01a2001e-495b-7576-b90e-0caccb770782","person_id":"01a2001e-495c-70bf-ad31-626b91e3a727","relation":"02","to_on":null}]]', '58febe43b88208d3ba3d6a220c118f9a6ad12f6793c35372d35d54de1a6778de', 'a83d00d6370df2d5cb399e1ee9cfb5d83867e68728aa0a19f952dcd72871ce38');
INSERT INTO "person" ("id", "version", "name", "id_number", "id_unverified", "former_id_number", "temporary_number", "birth_on", "sex", "nation", "phone", "marital", "education", "student", "labour_capacity", "self_care", "serious_illness", "chronic_illness", "disability_certificate", "disability_kind", "disability_grade", "disability_certified_on", "pension_scheme", "medical_scheme", "receiving_pension", "note", "died_on", "pension_years", "pension_balance") VALUES ('01a2001e-482c-71fc-9d33-e6a161e30111', 1, '段有福', '53232519531206003X', 0, NULL, NULL, '1953-12-06', '1', '01', '19912340001', NULL, NULL, 0, 'none', 'full', 0, 0, '', NULL, NULL, NULL, NULL, NULL, 0, '', NULL, NULL, NULL);
INSERT INTO "person" ("id", "version", "name", "id_number", "id_unverified", "former_id_number", "temporary_number", "birth_on", "sex", "nation", "phone", "marital", "education", "student", "labour_capacity", "self_care", "serious_illness", "chronic_illness", "disability_certificate", "disability_kind", "disability_grade", "disability_certified_on", "pension_scheme", "medical_scheme", "receiving_pension", "note", "died_on", "pension_years", "pension_balance") VALUES ('01a2001e-482e-70fe-8a4f-4357c9bf24b6', 1, '周兰英', '532325195712060047', 0, NULL, NULL, '1957-12-06', '2', '01', '', NULL, NULL, 0, 'partial', 'full', 0, 1, '', NULL, NULL, NULL, NULL, NULL, 0, '', NULL, NULL, NULL);
INSERT INTO "person" ("id", "version", "name", "id_number", "id_unverified", "former_id_number", "temporary_number", "birth_on", "sex", "nation", "phone", "marital", "education", "student", "labour_capacity", "self_care", "serious_illness", "chronic_illness", "disability_certificate", "disability_kind", "disability_grade", "disability_certified_on", "pension_scheme", "medical_scheme", "receiving_pension", "note", "died_on", "pension_years", "pension_balance") VALUES ('01a2001e-4957-748b-a2dd-ee416923240b', 1, '单长乐', '532325198412060073', 0, NULL, NULL, '1984-12-06', '1', '01', '', NULL, NULL, 0, 'full', 'full', 0, 0, '', NULL, NULL, NULL, NULL, NULL, 0, '', NULL, NULL, NULL);
INSERT INTO "person" ("id", "version", "name", "id_number", "id_unverified", "former_id_number", "temporary_number", "birth_on", "sex", "nation", "phone", "marital", "education", "student", "labour_capacity", "self_care", "serious_illness", "chronic_illness", "disability_certificate", "disability_kind", "disability_grade", "disability_certified_on", "pension_scheme", "medical_scheme", "receiving_pension", "note", "died_on", "pension_years", "pension_balance") VALUES ('01a2001e-4958-709b-be9b-7ba2dc0a1af3', 1, '李㛃', '532325198612060086', 0, NULL, NULL, '1986-12-06', '2', '01', '', NULL, NULL, 0, 'full', 'full', 0, 0, '', NULL, NULL, NULL, NULL, NULL, 0, '', NULL, NULL, NULL);
INSERT INTO "person" ("id", "version", "name", "id_number", "id_unverified", "former_id_number", "temporary_number", "birth_on", "sex", "nation", "phone", "marital", "education", "student", "labour_capacity", "self_care", "serious_illness", "chronic_illness", "disability_certificate", "disability_kind", "disability_grade", "disability_certified_on", "pension_scheme", "medical_scheme", "receiving_pension", "note", "died_on", "pension_years", "pension_balance") VALUES ('01a2001e-4958-709b-be9b-7ba40f99873e', 1, '单小雨', '53232520131206010X', 0, NULL, NULL, '2013-12-06', '2', '01', '', NULL, NULL, 1, 'full', 'full', 0, 0, '', NULL, NULL, NULL, NULL, NULL, 0, '', NULL, NULL, NULL);
INSERT INTO "person" ("id", "version", "name", "id_number", "id_unverified", "former_id_number", "temporary_number", "birth_on", "sex", "nation", "phone", "marital", "education", "student", "labour_capacity", "self_care", "serious_illness", "chronic_illness", "disability_certificate", "disability_kind", "disability_grade", "disability_certified_on", "pension_scheme", "medical_scheme", "receiving_pension", "note", "died_on", "pension_years", "pension_balance") VALUES ('01a2001e-495c-70bf-ad31-626b91e3a727', 1, '罗𬭎', '53232519751206013X', 0, NULL, NULL, '1975-12-06', '1', '01', '', NULL, NULL, 0, 'partial', 'full', 0, 0, '', '4', 2, NULL, NULL, NULL, 0, '', NULL, NULL, NULL);
INSERT INTO "village" ("id", "version", "code", "name", "town", "county", "pack", "phone", "local", "county_key") VALUES ('01a2001e-47ec-77d0-8458-b30d540b2cc9', 2, '532325100201', '清河村', '栋川镇', '姚安县', 'yaoan', '0878-5700000', '{"dibao_standard":"420.00","medical_premium":"400.00"}', 'age1x79p8u9xtv4lkzpv5d3qx9aa4xv0084zmgl2uanywtczpjqqvq7s20r6hw');
INSERT INTO "identity" ("id", "version", "person_id", "kind", "grade", "certificate", "source", "from_on", "to_on", "lifted_on") VALUES ('01a2001e-482e-70fe-8a4f-43597fd704a4', 1, '01a2001e-482e-70fe-8a4f-4357c9bf24b6', 'registered_poor', NULL, '', '', '2024-01-01', NULL, NULL);
INSERT INTO "journal_touch" ("record_id", "position") VALUES ('01a2001e-4717-7512-ad88-67c52ad964e5', 1);
INSERT INTO "journal_touch" ("record_id", "position") VALUES ('01a2001e-47ec-77d0-8458-b30d540b2cc9', 1);
INSERT INTO "journal_touch" ("record_id", "position") VALUES ('01a2001e-47ec-77d0-8458-b30d540b2cc9', 2);
INSERT INTO "journal_touch" ("record_id", "position") VALUES ('01a2001e-4825-745c-b66b-a26a8b282ac7', 3);
INSERT INTO "journal_touch" ("record_id", "position") VALUES ('01a2001e-482c-71fc-9d33-e6a161e30111', 3);
INSERT INTO "journal_touch" ("record_id", "position") VALUES ('01a2001e-482d-7363-a0a1-1d88f7d237af', 3);
INSERT INTO "journal_touch" ("record_id", "position") VALUES ('01a2001e-482e-70fe-8a4f-4357c9bf24b6', 3);
INSERT INTO "journal_touch" ("record_id", "position") VALUES ('01a2001e-482e-70fe-8a4f-435861b33aac', 3);
INSERT INTO "journal_touch" ("record_id", "position") VALUES ('01a2001e-482e-70fe-8a4f-43597fd704a4', 3);
INSERT INTO "journal_touch" ("record_id", "position") VALUES ('01a2001e-4957-748b-a2dd-ee4084d5f9ed', 4);
INSERT INTO "journal_touch" ("record_id", "position") VALUES ('01a2001e-4957-748b-a2dd-ee416923240b', 4);
INSERT INTO "journal_touch" ("record_id", "position") VALUES ('01a2001e-4958-709b-be9b-7ba1172133fe', 4);
INSERT INTO "journal_touch" ("record_id", "position") VALUES ('01a2001e-4958-709b-be9b-7ba2dc0a1af3', 4);
INSERT INTO "journal_touch" ("record_id", "position") VALUES ('01a2001e-4958-709b-be9b-7ba330c662a2', 4);
INSERT INTO "journal_touch" ("record_id", "position") VALUES ('01a2001e-4958-709b-be9b-7ba40f99873e', 4);
INSERT INTO "journal_touch" ("record_id", "position") VALUES ('01a2001e-4958-709b-be9b-7ba5284e280a', 4);
INSERT INTO "journal_touch" ("record_id", "position") VALUES ('01a2001e-495b-7576-b90e-0caccb770782', 5);
INSERT INTO "journal_touch" ("record_id", "position") VALUES ('01a2001e-495c-70bf-ad31-626b91e3a727', 5);
INSERT INTO "journal_touch" ("record_id", "position") VALUES ('01a2001e-495c-70bf-ad31-626cef960052', 5);
INSERT INTO "membership" ("id", "version", "household_id", "person_id", "relation", "from_on", "to_on", "end_reason") VALUES ('01a2001e-482d-7363-a0a1-1d88f7d237af', 1, '01a2001e-4825-745c-b66b-a26a8b282ac7', '01a2001e-482c-71fc-9d33-e6a161e30111', '02', '2026-03-16', NULL, '');
INSERT INTO "membership" ("id", "version", "household_id", "person_id", "relation", "from_on", "to_on", "end_reason") VALUES ('01a2001e-482e-70fe-8a4f-435861b33aac', 1, '01a2001e-4825-745c-b66b-a26a8b282ac7', '01a2001e-482e-70fe-8a4f-4357c9bf24b6', '12', '2026-03-16', NULL, '');
INSERT INTO "membership" ("id", "version", "household_id", "person_id", "relation", "from_on", "to_on", "end_reason") VALUES ('01a2001e-4958-709b-be9b-7ba1172133fe', 1, '01a2001e-4957-748b-a2dd-ee4084d5f9ed', '01a2001e-4957-748b-a2dd-ee416923240b', '02', '2026-03-16', NULL, '');
INSERT INTO "membership" ("id", "version", "household_id", "person_id", "relation", "from_on", "to_on", "end_reason") VALUES ('01a2001e-4958-709b-be9b-7ba330c662a2', 1, '01a2001e-4957-748b-a2dd-ee4084d5f9ed', '01a2001e-4958-709b-be9b-7ba2dc0a1af3', '12', '2026-03-16', NULL, '');
INSERT INTO "membership" ("id", "version", "household_id", "person_id", "relation", "from_on", "to_on", "end_reason") VALUES ('01a2001e-4958-709b-be9b-7ba5284e280a', 1, '01a2001e-4957-748b-a2dd-ee4084d5f9ed', '01a2001e-4958-709b-be9b-7ba40f99873e', '30', '2026-03-16', NULL, '');
INSERT INTO "membership" ("id", "version", "household_id", "person_id", "relation", "from_on", "to_on", "end_reason") VALUES ('01a2001e-495c-70bf-ad31-626cef960052', 1, '01a2001e-495b-7576-b90e-0caccb770782', '01a2001e-495c-70bf-ad31-626b91e3a727', '02', '2026-03-16', NULL, '');
INSERT INTO "search_entry" ("row", "person_id") VALUES (1, '01a2001e-482c-71fc-9d33-e6a161e30111');
INSERT INTO "search_entry" ("row", "person_id") VALUES (2, '01a2001e-482e-70fe-8a4f-4357c9bf24b6');
INSERT INTO "search_entry" ("row", "person_id") VALUES (3, '01a2001e-4957-748b-a2dd-ee416923240b');
INSERT INTO "search_entry" ("row", "person_id") VALUES (4, '01a2001e-4958-709b-be9b-7ba2dc0a1af3');
INSERT INTO "search_entry" ("row", "person_id") VALUES (5, '01a2001e-4958-709b-be9b-7ba40f99873e');
INSERT INTO "search_entry" ("row", "person_id") VALUES (6, '01a2001e-495c-70bf-ad31-626b91e3a727');
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
