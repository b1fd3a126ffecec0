#include "model/paz-kind-private.h"

/* What the centres of the region teach with UN materials (DOMAIN.md 2.3). */
static const PazChoice types[] = {
  { "pre_deployment", NC_("course", "Pre-deployment of contingents") },
  { "staff_officer", NC_("course", "Staff officers") },
  { "observer", NC_("course", "Military observers") },
  { "police", NC_("course", "UN police") },
  { "trainers", NC_("course", "Training of trainers") },
  { "command", NC_("course", "Command of units") },
  { "gender", NC_("course", "Gender and protection") },
  { "civilians", NC_("course", "Protection of civilians") },
  { "engagement", NC_("course", "Engagement teams") },
  { "medical", NC_("course", "Medical") },
  { "engineering", NC_("course", "Engineering and explosives") },
  { "logistics", NC_("course", "Logistics") },
  { "environment", NC_("course", "Environment and energy") },
  { "language", NC_("course", "Languages") },
  { "other", NC_("course", "Other") },
  { NULL }
};

static const PazChoice modes[] = {
  { "in_person", NC_("course", "In person") },
  { "online", NC_("course", "Online") },
  { "hybrid", NC_("course", "In person and online") },
  { NULL }
};

static const PazChoice statuses[] = {
  { "planned", NC_("course", "Planned") },
  { "open", NC_("course", "Open for registration") },
  { "under_way", NC_("course", "Under way") },
  { "held", NC_("course", "Held") },
  { "postponed", NC_("course", "Postponed") },
  { "cancelled", NC_("course", "Cancelled") },
  { NULL }
};

static const PazField fields[] = {
  {
    .key = "title", .label = NC_("course", "Title"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_REQUIRED | PAZ_FIELD_LISTED | PAZ_FIELD_SEARCHED, .since = 1,
    .group = NC_("group", "Course"),
  },
  {
    .key = "centre", .label = NC_("course", "Centre"), .type = PAZ_VALUE_LINK,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Course"), .target = "centre",
  },
  {
    .key = "type", .label = NC_("course", "Type"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Course"), .choices = types,
  },
  {
    .key = "starts", .label = NC_("course", "Starts"), .type = PAZ_VALUE_DATE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Dates"),
  },
  {
    .key = "ends", .label = NC_("course", "Ends"), .type = PAZ_VALUE_DATE, .since = 1,
    .group = NC_("group", "Dates"),
  },
  {
    .key = "status", .label = NC_("course", "Status"), .type = PAZ_VALUE_CHOICE,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Dates"), .choices = statuses,
  },
  {
    .key = "seats", .label = NC_("course", "Seats"), .type = PAZ_VALUE_INTEGER,
    .flags = PAZ_FIELD_LISTED, .since = 1, .group = NC_("group", "Seats"),
    .hint = N_("All seats of the course."),
  },
  {
    .key = "seats_for_others", .label = NC_("course", "Seats for Other Countries"),
    .type = PAZ_VALUE_INTEGER, .flags = PAZ_FIELD_LISTED, .since = 1,
    .group = NC_("group", "Seats"),
    .hint = N_("How many of them other countries may ask for."),
  },
  {
    .key = "languages", .label = NC_("course", "Languages"), .type = PAZ_VALUE_LANGUAGE,
    .flags = PAZ_FIELD_LISTED | PAZ_FIELD_MANY, .since = 1, .group = NC_("group", "Course"),
  },
  {
    .key = "mode", .label = NC_("course", "Mode"), .type = PAZ_VALUE_CHOICE, .since = 1,
    .group = NC_("group", "Course"), .choices = modes,
  },
  {
    .key = "standard", .label = NC_("course", "Standard"), .type = PAZ_VALUE_TEXT,
    .flags = PAZ_FIELD_SEARCHED, .since = 1, .group = NC_("group", "Course"),
    .hint = N_("The UN material or recognition that it follows."),
  },
  {
    .key = "apply_by", .label = NC_("course", "Apply By"), .type = PAZ_VALUE_DATE, .since = 1,
    .group = NC_("group", "Seats"),
  },
  {
    .key = "contact", .label = NC_("course", "Point of Contact"), .type = PAZ_VALUE_LINK,
    .since = 1, .group = NC_("group", "Seats"), .target = "delegate",
  },
  {
    .key = "requirements", .label = NC_("course", "Requirements"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_SEARCHED | PAZ_FIELD_LONG, .since = 1, .group = NC_("group", "Seats"),
    .hint = N_("Rank, language and health that a student must bring; who pays travel and lodging."),
  },
  {
    .key = "result", .label = NC_("course", "Result"), .type = PAZ_VALUE_TRILINGUAL,
    .flags = PAZ_FIELD_SEARCHED | PAZ_FIELD_LONG, .since = 1, .group = NC_("group", "Result"),
    .hint = N_("What came of it: who finished, what to change next time."),
  },
  PAZ_COMMON_FIELDS
};

static void
check (PazRecord *record,
       GPtrArray *problems)
{
  paz_check_order (record, problems, "starts", "ends", N_("The course ends before it starts."));
  paz_check_order (record, problems, "apply_by", "ends",
                   N_("Applications close after the course has ended."));
  paz_check_not_negative (record, problems, "seats");
  paz_check_part (record, problems, "seats_for_others", "seats",
                  N_("More seats for other countries than the course has."));
}

const PazKind paz_kind_course = {
  .key = "course",
  .since = 2,
  .version = 1,
  .area = PAZ_AREA_TRAINING,
  .ownership = PAZ_OWNERSHIP_OWNER,
  /* A course with seats for others is an offer to the network. */
  .level = PAZ_LEVEL_NETWORK,
  .icon_name = "x-office-presentation-symbolic",
  .title_fields = { "title", "starts" },
  .natural_key = { "title", "centre", "starts" },
  .order = { "-starts", "title" },
  .phrases = {
    .singular = N_("Course"),
    .plural = N_("Courses"),
    .add = N_("New Course"),
    .added = N_("Added course “%s”"),
    .edited = N_("Edited course “%s”"),
    .deleted = N_("Deleted course “%s”"),
    .empty = N_("No courses yet"),
    .empty_hint = N_("Add the courses of your centre, with the seats that other countries may ask for."),
  },
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};
