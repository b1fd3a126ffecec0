/* The report `training`: courses, seats, and the centres that offer them. */
#include "paz-report-spec.h"

static const PazRegisterColumn courses_columns[] = {
  { "title" },
  { "type" },
  { "centre" },
  { "starts" },
  { "ends" },
  { "apply_by" },
  { "status" },
  { "seats", NULL, PAZ_TAKE_VALUE, TRUE },
  { "languages" },
  { "mode" },
  { "standard" },
};

static const PazRegister courses = {
  { NC_("sheet", "Courses"), N_("Courses"),
    N_("Each course: where, when, how many seats, in which languages"), "Courses", 1, PAZ_PERIOD_NONE },
  "course", courses_columns, G_N_ELEMENTS (courses_columns), NULL,
};

static const PazRegisterColumn seats_columns[] = {
  { "^" },
  { "participant" },
  { "participant>code" },
  { "component" },
  { "stage" },
  { "women", NULL, PAZ_TAKE_VALUE, TRUE },
  { "men", NULL, PAZ_TAKE_VALUE, TRUE },
};

static const PazRegister seats = {
  { NC_("sheet", "Seats"), N_("Seats by participant"),
    N_("Who asked for seats and who took them, women and men"), "CourseSeats", 1, PAZ_PERIOD_NONE },
  "course_seats", seats_columns, G_N_ELEMENTS (seats_columns), NULL,
};

static const PazRegisterColumn centres_columns[] = {
  { "name" },
  { "acronym" },
  { "participant" },
  { "city" },
  { "alcopaz" },
  { "capacity" },
  { "email" },
  { "phone" },
  { "website" },
  { "check" },
};

static const PazRegister centres = {
  { NC_("sheet", "Centres"), N_("Training centres of the region"),
    N_("Each centre: country, city, standing in ALCOPAZ, how to reach it, and how sure this is"), "Centres", 1, PAZ_PERIOD_NONE },
  "centre", centres_columns, G_N_ELEMENTS (centres_columns), NULL,
};

static const PazSheetPart courses_part = { .rows = &courses };
static const PazSheetPart seats_part = { .rows = &seats };
static const PazSheetPart centres_part = { .rows = &centres };

const PazReport paz_training_report = {
  .info = {
    "training", NC_("report", "Training"),
    N_("Courses, seats by participant, and the training centres of the region."),
    "accessories-dictionary-symbolic",
  },
  .titles = { N_("Training for peace operations"), N_("Training for peacekeeping operations") },
  .on_records = TRUE,
  .parts = { &courses_part, &seats_part, &centres_part },
};
