/* The report `meeting`: the acta of the newest meeting that has begun: agenda, attendance, what was
 * decided, what is to be done. */
#include "paz-meeting-book.h"

#include "paz-report-spec.h"

#include <string.h>

/* ---- which meeting ---- */

static gboolean
has_begun (PazEdition *edition,
           PazRecord  *meeting)
{
  const char *starts = paz_record_get_text (meeting, "starts");
  const char *status = paz_record_get_text (meeting, "status");
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (edition->created / 1000);
  g_autofree char *today = g_date_time_format (moment, "%Y-%m-%d");

  return starts != NULL && strcmp (starts, today) <= 0 &&
         g_strcmp0 (status, "cancelled") != 0 && g_strcmp0 (status, "postponed") != 0;
}

PazRecord *
paz_meeting_find (PazEdition *edition)
{
  GPtrArray *meetings = paz_records_list (edition->records, "meeting", NULL);
  PazRecord *newest = NULL;

  for (guint i = 0; i < meetings->len; i++)
    {
      PazRecord *meeting = g_ptr_array_index (meetings, i);

      if (has_begun (edition, meeting) &&
          (newest == NULL || strcmp (paz_record_get_text (meeting, "starts"), paz_record_get_text (newest, "starts")) > 0))
        newest = meeting;
    }

  return newest != NULL ? newest : meetings->len > 0 ? meetings->pdata[0] : NULL;
}

static gboolean
is_meeting (PazEdition *edition,
            PazRecord  *meeting)
{
  return meeting == paz_meeting_find (edition);
}

static gboolean
is_inside (PazEdition *edition,
           PazRecord  *record)
{
  PazRecord *meeting = paz_meeting_find (edition);

  return meeting != NULL && g_strcmp0 (paz_record_get_container (record), paz_record_get_id (meeting)) == 0;
}

gboolean
paz_meeting_has (PazEdition *edition,
                 PazRecord  *record)
{
  PazRecord *meeting = paz_meeting_find (edition);

  return meeting != NULL && g_strcmp0 (paz_record_get_text (record, "meeting"), paz_record_get_id (meeting)) == 0;
}

/* ---- sheets ---- */

static const PazRegisterColumn meeting_columns[] = {
  { "title" },
  { "type" },
  { "starts" },
  { "ends" },
  { "place" },
  { "host" },
  { "mode" },
  { "status" },
};

static const PazRegister meeting = {
  { NC_("sheet", "Meeting"), N_("The meeting"),
    N_("Its title, dates, place and host"), "Meeting", 1, PAZ_PERIOD_NONE },
  "meeting", meeting_columns, G_N_ELEMENTS (meeting_columns), is_meeting,
  N_("This is the newest meeting that has begun, among those that the audience of this workbook may see."),
};

static const PazRegisterColumn agenda_columns[] = {
  { "number" },
  { "title" },
  { "presenter" },
  { "documents" },
  { "note" },
};

static const PazRegister agenda = {
  { NC_("sheet", "Agenda"), N_("Agenda"),
    N_("Each item, who presents it, its documents"), "Agenda", 2, PAZ_PERIOD_NONE },
  "agenda_item", agenda_columns, G_N_ELEMENTS (agenda_columns), is_inside,
};

static const PazRegisterColumn attendance_columns[] = {
  { "participant" },
  { "participant>code" },
  { "capacity" },
  { "mode" },
  { "delegates" },
};

static const PazRegister attendance = {
  { NC_("sheet", "Attendance"), N_("Who attended"),
    N_("Each delegation: in which capacity, in person or by video, its delegates"), "Attendance", 2, PAZ_PERIOD_NONE },
  "attendance", attendance_columns, G_N_ELEMENTS (attendance_columns), is_inside,
};

static const PazRegisterColumn decisions_columns[] = {
  { "number" },
  { "type" },
  { "title" },
  { "text" },
  { "status" },
  { "addressee" },
  { "responsible" },
  { "due" },
};

static const PazRegister decisions = {
  { NC_("sheet", "Decisions"), N_("Conclusions and recommendations of the meeting"),
    N_("What was concluded and recommended: text, status, who answers for it, until when"), "Decisions", 1, PAZ_PERIOD_NONE },
  "recommendation", decisions_columns, G_N_ELEMENTS (decisions_columns), paz_meeting_has,
};

static const PazRegisterColumn tasks_columns[] = {
  { "title" },
  { "responsible" },
  { "supporting" },
  { "start" },
  { "due" },
  { "status" },
  { "progress" },
  { "recommendation" },
};

static const PazRegister tasks = {
  { NC_("sheet", "Tasks"), N_("Tasks that follow from the meeting"),
    N_("Who does what until when"), "MeetingTasks", 1, PAZ_PERIOD_NONE },
  "task", tasks_columns, G_N_ELEMENTS (tasks_columns), paz_meeting_has,
};

static const PazRegister meetings = {
  { NC_("sheet", "All meetings"), N_("All meetings"),
    N_("The meetings of the network, the newest first"), "AllMeetings", 1, PAZ_PERIOD_NONE },
  "meeting", meeting_columns, G_N_ELEMENTS (meeting_columns), NULL,
};

static const PazSheetPart meeting_part = { .rows = &meeting };
static const PazSheetPart agenda_part = { .rows = &agenda };
static const PazSheetPart attendance_part = { .rows = &attendance };
static const PazSheetPart decisions_part = { .rows = &decisions };
static const PazSheetPart tasks_part = { .rows = &tasks };
static const PazSheetPart meetings_part = { .rows = &meetings };

const PazReport paz_meeting_report = {
  .info = {
    "meeting", NC_("report", "Meeting"),
    N_("The acta of the newest meeting: agenda, who attended, conclusions and recommendations, tasks."),
    "x-office-document-symbolic",
  },
  .titles = { N_("Acta of the meeting"), N_("Acta of the meeting") },
  .on_records = TRUE,
  .put_document = paz_meeting_put_document,
  .parts = { &meeting_part, &agenda_part, &attendance_part, &decisions_part, &tasks_part, &meetings_part },
};
