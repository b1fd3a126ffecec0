#include "model/paz-kind-private.h"

/* Categories of the statute of ALCOPAZ (DOMAIN.md 2.1); a country has one place, which a second
 * centre does not fill. */
static const PazChoice standings[] = {
  { "full_member", NC_("centre", "Full member") },
  { "second_centre", NC_("centre", "Second centre of a member") },
  { "observer", NC_("centre", "Observer") },
  { "guest", NC_("centre", "Guest") },
  { "none", NC_("centre", "None") },
  { NULL }
};

/* How sure the entry is; never hidden. */
static const PazChoice checks[] = {
  { "seen", NC_("centre", "Seen in a source") },
  { "seen_in_part", NC_("centre", "Seen in a source, in part") },
  { "recall", NC_("centre", "Not checked, from general knowledge"), .check = "recall" },
  { NULL }
};

/* Two centres share the acronym CECOPAZ: an acronym alone names none, so the country stands
 * beside it (DOMAIN.md 2.2). */
static const PazField fields[] = {
  {
    .key = "acronym", .label = NC_("centre", "Acronym"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_REQUIRED | PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED, .since = 1,
    .group = NC_("group", "Identity"),
  },
  {
    .key = "name", .label = NC_("centre", "Name"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED, .since = 1, .group = NC_("group", "Identity"),
  },
  {
    .key = "participant", .label = NC_("centre", "Country"), .type = PAZ_VALUE_LINK,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Identity"),
    .target = "participant",
  },
  {
    .key = "city", .label = NC_("centre", "City"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED, .since = 1,
    .group = NC_("group", "Place and Contact"),
  },
  {
    .key = "alcopaz", .label = NC_("centre", "Standing in ALCOPAZ"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "ALCOPAZ"), .choices = standings,
  },
  {
    .key = "check", .label = NC_("centre", "How Sure"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Source"), .choices = checks,
  },
  {
    .key = "since", .label = NC_("centre", "Founded"), .type = PAZ_VALUE_DATE, .since = 1,
    .group = NC_("group", "Identity"),
  },
  {
    .key = "alcopaz_note", .label = NC_("centre", "Remark on the Standing"),
    .type = PAZ_VALUE_TEXT, .flags = PAZ_FIELD_SEARCHED, .since = 1,
    .group = NC_("group", "ALCOPAZ"),
  },
  {
    .key = "capacity", .label = NC_("centre", "Students a Year"), .type = PAZ_VALUE_INTEGER,
    .since = 1, .group = NC_("group", "Place and Contact"),
  },
  {
    .key = "languages", .label = NC_("centre", "Languages of Instruction"),
    .type = PAZ_VALUE_LANGUAGE, .flags = PAZ_FIELD_MANY, .since = 1,
    .group = NC_("group", "Place and Contact"),
  },
  {
    .key = "email", .label = NC_("centre", "E-mail"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_SEARCHED, .since = 1, .group = NC_("group", "Place and Contact"),
    .format = PAZ_FORMAT_EMAIL,
  },
  {
    .key = "phone", .label = NC_("centre", "Telephone"), .type = PAZ_VALUE_TEXT, .since = 1,
    .group = NC_("group", "Place and Contact"), .format = PAZ_FORMAT_PHONE,
  },
  {
    .key = "website", .label = NC_("centre", "Website"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_SEARCHED, .since = 1, .group = NC_("group", "Place and Contact"),
    .format = PAZ_FORMAT_URL,
  },
  {
    .key = "recognised", .label = NC_("centre", "Courses Recognized by the UN"),
    .type = PAZ_VALUE_NOTE, .flags = PAZ_FIELD_SEARCHED, .since = 1,
    .group = NC_("group", "ALCOPAZ"),
  },
  {
    .key = "check_note", .label = NC_("centre", "What Is Not Checked"), .type = PAZ_VALUE_TEXT,
    .since = 1, .group = NC_("group", "Source"),
  },
  {
    .key = "note", .label = NC_("centre", "Remark"), .type = PAZ_VALUE_NOTE,
    .flags = PAZ_FIELD_SEARCHED, .since = 1, .group = NC_("group", "Source"),
  },
  {
    .key = "source", .label = NC_("centre", "Source"), .type = PAZ_VALUE_NOTE, .since = 1,
    .group = NC_("group", "Source"),
  },
  PAZ_COMMON_FIELDS
};

static void
check (PazRecord *record,
       GPtrArray *problems)
{
  paz_check_not_negative (record, problems, "capacity");
}

const PazKind paz_kind_centre = {
  .key = "centre",
  .since = 2,
  .version = 1,
  .area = PAZ_AREA_TRAINING,
  .ownership = PAZ_OWNERSHIP_OPEN,
  .level = PAZ_LEVEL_PUBLIC,
  .icon_name = "go-home-symbolic",
  .title_fields = { "acronym", "participant" },
  .natural_key = { "participant", "acronym" },
  .order = { "participant", "acronym" },
  .phrases = {
    .singular = N_("Training Centre"),
    .plural = N_("Training Centres"),
    .add = N_("New Training Centre"),
    .added = N_("Added training centre “%s”"),
    .edited = N_("Edited training centre “%s”"),
    .deleted = N_("Deleted training centre “%s”"),
    .empty = N_("No training centres yet"),
    .empty_hint = N_("The centres of the members of ALCOPAZ come with the program; add others here."),
  },
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
