#include "model/paz-kind-private.h"

#include "base/paz-date.h"

static const PazChoice types[] = {
  { "conference", NC_("meeting", "Conference of ministers") },
  { "working_group", NC_("meeting", "Working group") },
  { "experts", NC_("meeting", "Experts") },
  { "preparatory", NC_("meeting", "Preparatory") },
  { "other", NC_("meeting", "Other") },
  { NULL }
};

static const PazChoice modes[] = {
  { "in_person", NC_("meeting", "In person") },
  { "video", NC_("meeting", "By video") },
  { "hybrid", NC_("meeting", "In person and by video") },
  { NULL }
};

static const PazChoice statuses[] = {
  { "planned", NC_("meeting", "Planned") },
  { "convened", NC_("meeting", "Convened") },
  { "held", NC_("meeting", "Held") },
  { "postponed", NC_("meeting", "Postponed") },
  { "cancelled", NC_("meeting", "Cancelled") },
  { NULL }
};

/* starts and ends are dates and the zone stands beside them, rather than two moments: a meeting is
 * announced by month or day long before the hour is known, most past meetings are documented by
 * day alone, and all that happens at a meeting happens in one zone. */
static const PazField fields[] = {
  {
    .key = "title", .label = NC_("meeting", "Title"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_REQUIRED | PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED,
    .since = 1, .group = NC_("group", "Identity"),
  },
  {
    .key = "type", .label = NC_("meeting", "Type"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Identity"), .choices = types,
  },
  {
    .key = "starts", .label = NC_("meeting", "Starts"), .type = PAZ_VALUE_DATE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Time and Place"),
  },
  {
    .key = "ends", .label = NC_("meeting", "Ends"), .type = PAZ_VALUE_DATE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Time and Place"),
  },
  {
    .key = "zone", .label = NC_("meeting", "Time Zone"), .type = PAZ_VALUE_TEXT,
    .since = 1, .group = NC_("group", "Time and Place"),
    .hint = N_("The zone of the place, for example America/Lima."), .format = PAZ_FORMAT_ZONE,
  },
  {
    .key = "place", .label = NC_("meeting", "Place"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED,
    .since = 1, .group = NC_("group", "Time and Place"),
  },
  {
    .key = "host", .label = NC_("meeting", "Host"), .type = PAZ_VALUE_LINK,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Time and Place"),
    .target = "participant",
  },
  {
    .key = "mode", .label = NC_("meeting", "Mode"), .type = PAZ_VALUE_CHOICE,
    .since = 1, .group = NC_("group", "Time and Place"), .choices = modes,
  },
  {
    .key = "status", .label = NC_("meeting", "Status"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Progress"), .choices = statuses,
  },
  PAZ_COMMON_FIELDS
};

static void
check_zone (PazRecord *record,
            GPtrArray *problems)
{
  const char *zone = paz_record_get_text (record, "zone");
  g_autofree char *noon = NULL;

  if (zone == NULL)
    return;

  noon = paz_datetime_format (2024, 1, 1, 12, 0, zone);
  if (noon == NULL)
    paz_problems_add (problems,
                      paz_kind_find_field (paz_record_get_kind (record), "zone"),
                      PAZ_PROBLEM_RULE,
                      N_("This time zone is not known. A zone looks like America/Lima."));
}

static void
check (PazRecord *record,
       GPtrArray *problems)
{
  paz_check_order (record, problems, "starts", "ends",
                   N_("The meeting ends before it starts."));
  check_zone (record, problems);
}

const PazKind paz_kind_meeting = {
  .key = "meeting",
  .since = 1,
  .version = 1,
  .area = PAZ_AREA_WORKING_GROUP,
  .ownership = PAZ_OWNERSHIP_OWNER,
  .level = PAZ_LEVEL_NETWORK,
  .icon_name = "x-office-calendar-symbolic",
  .title_fields = { "title" },
  .natural_key = { "title", "starts" },
  .order = { "-starts" },
  .phrases = {
    .singular = N_("Meeting"),
    .plural = N_("Meetings"),
    .add = N_("New Meeting"),
    .added = N_("Added meeting “%s”"),
    .edited = N_("Edited meeting “%s”"),
    .deleted = N_("Deleted meeting “%s”"),
    .empty = N_("No meetings yet"),
    .empty_hint = N_("Add a meeting, then its agenda and who attended."),
  },
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
