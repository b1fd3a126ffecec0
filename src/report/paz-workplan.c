/* The report `workplan`: what is to be done, by whom, until when, and the same drawn in cells. */
#include "base/paz-date.h"
#include "paz-report-spec.h"

#include <string.h>

static const PazRegisterColumn tasks_columns[] = {
  { "title" },
  { "responsible" },
  { "responsible>code" },
  { "supporting" },
  { "start" },
  { "due" },
  { "status" },
  { "progress" },
  { "recommendation" },
  { "meeting" },
  { "result" },
};

static const PazRegister tasks = {
  { NC_("sheet", "Tasks"), N_("Tasks"),
    N_("Each task: who answers for it, from when to when, how far it is"), "Tasks", 1, PAZ_PERIOD_NONE },
  "task", tasks_columns, G_N_ELEMENTS (tasks_columns), NULL,
};

static const PazRegisterColumn meetings_columns[] = {
  { "title" },
  { "type" },
  { "starts" },
  { "ends" },
  { "place" },
  { "host" },
  { "mode" },
  { "status" },
};

static const PazRegister meetings = {
  { NC_("sheet", "Meetings"), N_("Meetings"),
    N_("The calendar of conferences and meetings"), "Meetings", 1, PAZ_PERIOD_NONE },
  "meeting", meetings_columns, G_N_ELEMENTS (meetings_columns), NULL,
};

static gboolean
is_due (PazEdition *edition,
        PazRecord  *record)
{
  return paz_record_get_text (record, "due") != NULL;
}

static const PazRegisterColumn deadlines_columns[] = {
  { "number" },
  { "title" },
  { "due" },
  { "responsible" },
  { "responsible>code" },
  { "status" },
  { "silence_expiry" },
};

static const PazRegister deadlines = {
  { NC_("sheet", "Deadlines"), N_("Recommendations with a date"),
    N_("Recommendations that are due on a date, and who answers for them"), "Deadlines", 2, PAZ_PERIOD_NONE },
  "recommendation", deadlines_columns, G_N_ELEMENTS (deadlines_columns), is_due,
};

/* ---- the plan, drawn in cells ---- */

/* Months drawn at most: what still fits on paper laid across. Earlier and later ones are said in a note. */
#define MAX_MONTHS 18
/* Columns before the months. */
#define N_FACTS 5

static const PazSheetWords plan_words = {
  NC_("sheet", "Plan"), N_("Plan, month by month"),
  N_("The tasks drawn over the months: what runs when, what is late"), "Plan", 1, PAZ_PERIOD_NONE,
};

typedef struct
{
  guint16 from, to;
} Span;

/* TRUE when the task has a date: one alone is its beginning and its end. */
static gboolean
get_span (PazRecord *task,
          Span      *span)
{
  const char *start = paz_record_get_text (task, "start");
  const char *due = paz_record_get_text (task, "due");
  GDate first, last, ignored;

  if (start == NULL && due == NULL)
    return FALSE;
  if (!paz_date_get_range (start != NULL ? start : due, &first, &ignored) ||
      !paz_date_get_range (due != NULL ? due : start, &ignored, &last))
    return FALSE;
  span->from = (guint16) (g_date_get_year (&first) * 12 + g_date_get_month (&first) - 1);
  span->to = MAX (span->from, (guint16) (g_date_get_year (&last) * 12 + g_date_get_month (&last) - 1));

  return TRUE;
}

static guint16
get_now (PazEdition *edition)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (edition->created / 1000);

  return (guint16) (g_date_time_get_year (moment) * 12 + g_date_time_get_month (moment) - 1);
}

/* From the first task that is not long over, at most three months back, as many months as fit. */
static Span
get_window (PazEdition *edition)
{
  GPtrArray *records = paz_records_list (edition->records, "task", NULL);
  guint16 now = get_now (edition);
  Span window = { now, now };

  for (guint i = 0; i < records->len; i++)
    {
      Span span;

      if (!get_span (records->pdata[i], &span))
        continue;
      if (span.to + 3 >= now)
        window.from = MIN (window.from, MAX (span.from, now - 3));
      window.to = MAX (window.to, span.to);
    }
  window.to = MIN (window.to, (guint16) (window.from + MAX_MONTHS - 1));

  return window;
}

static PazSheet *
declare_plan (PazEdition  *edition,
              PazWorkbook *workbook,
              gpointer     data)
{
  static const PazColumn facts[N_FACTS] = {
    { "title", NC_("column", "Task"), PAZ_COLUMN_NOTE },
    { "responsible", NC_("column", "Responsible"), PAZ_COLUMN_CODE },
    { "due", NC_("column", "Due"), PAZ_COLUMN_DATE },
    { "status", NC_("column", "Status"), PAZ_COLUMN_WORDS },
    { "late", NC_("column", "Late"), PAZ_COLUMN_SIGNAL },
  };
  Span window = get_window (edition);
  guint n = N_FACTS + window.to - window.from + 1u;
  g_autofree PazColumn *columns = g_new0 (PazColumn, n);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *marking = paz_edition_dup_marking (edition);
  const PazSheetSpec spec = {
    .name = paz_sheets_say_name (edition, &plan_words),
    .title = paz_sheets_say_title (edition, &plan_words), .subtitle = marking,
    .table = paz_sheets_say_table (edition, &plan_words), .columns = columns, .n_columns = n, .n_frozen = plan_words.n_frozen,
  };

  memcpy (columns, facts, sizeof facts);
  for (guint i = 0; i < N_FACTS; i++)
    columns[i].header = paz_sheets_say_column (edition, facts[i].header);
  for (guint i = N_FACTS; i < n; i++)
    {
      char iso[8];
      char *header = g_strdup (paz_month_format ((guint16) (window.from + i - N_FACTS), iso));
      char *key = g_strdelimit (g_strconcat ("m", header, NULL), "-", '_');

      g_ptr_array_add (words, header);
      g_ptr_array_add (words, key);
      columns[i] = (PazColumn) { key, header, PAZ_COLUMN_MARK };
    }

  return paz_sheet_new (workbook, &spec, edition->stamp);
}

static gboolean
is_open (PazRecord *task)
{
  const char *status = paz_record_get_text (task, "status");

  return g_strcmp0 (status, "completed") != 0 && g_strcmp0 (status, "withdrawn") != 0;
}

/* Its last possible day is over. */
static gboolean
is_late (PazEdition *edition,
         PazRecord  *task)
{
  const char *due = paz_record_get_text (task, "due");
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (edition->created / 1000);
  GDate first, last, today;

  if (due == NULL || !is_open (task) || !paz_date_get_range (due, &first, &last))
    return FALSE;
  g_date_set_dmy (&today, (GDateDay) g_date_time_get_day_of_month (moment),
                  (GDateMonth) g_date_time_get_month (moment), (GDateYear) g_date_time_get_year (moment));

  return g_date_compare (&last, &today) < 0;
}

static PazMark
get_mark (const Span *span,
          guint16     month,
          gboolean    open)
{
  if (month < span->from || month > span->to)
    return PAZ_MARK_NONE;
  if (!open)
    return PAZ_MARK_DONE;

  return month == span->to ? PAZ_MARK_END : PAZ_MARK_RUN;
}

static void
put_task (PazSheet   *sheet,
          PazEdition *edition,
          PazRecord  *task,
          const Span *window)
{
  const PazKind *kind = paz_record_get_kind (task);
  const char *responsible = paz_record_get_text (task, "responsible");
  PazRecord *who = responsible != NULL ? paz_records_find (edition->records, responsible) : NULL;
  gboolean late = is_late (edition, task);
  Span span = { G_MAXUINT16, 0 };

  get_span (task, &span);
  paz_sheet_begin_row (sheet, paz_records_get_stamp (edition->records, task));
  paz_register_put (sheet, edition, task, paz_kind_find_field (kind, "title"), PAZ_TAKE_VALUE);
  if (who != NULL)
    paz_sheet_put_text (sheet, paz_record_get_text (who, "code"));
  else
    paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_LISTED);
  paz_register_put (sheet, edition, task, paz_kind_find_field (kind, "due"), PAZ_TAKE_VALUE);
  paz_register_put (sheet, edition, task, paz_kind_find_field (kind, "status"), PAZ_TAKE_VALUE);
  if (late)
    paz_sheet_put_signal (sheet, 3, paz_edition_say (edition, N_("Late")));
  else
    paz_sheet_put_absent (sheet, PAZ_ABSENT_NOT_LISTED);
  for (guint16 month = window->from; month <= window->to; month++)
    paz_sheet_put_mark (sheet, get_mark (&span, month, is_open (task)));
}

/* Late ones first, then by date; those without a date last. */
static int
compare_tasks_cb (gconstpointer a,
                  gconstpointer b,
                  gpointer      edition)
{
  PazRecord *one = *(PazRecord * const *) a;
  PazRecord *other = *(PazRecord * const *) b;
  gboolean late = is_late (edition, one);
  const char *due = paz_record_get_text (one, "due");
  const char *later = paz_record_get_text (other, "due");

  if (late != is_late (edition, other))
    return late ? -1 : 1;
  if ((due == NULL) != (later == NULL))
    return due != NULL ? -1 : 1;

  return g_strcmp0 (due, later);
}

static void
fill_plan (PazSheet   *sheet,
           PazEdition *edition,
           gpointer    data)
{
  GPtrArray *records = paz_records_list (edition->records, "task", NULL);
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (records, NULL, NULL);
  Span window = get_window (edition);

  g_ptr_array_sort_with_data (sorted, compare_tasks_cb, edition);
  for (guint i = 0; i < sorted->len; i++)
    put_task (sheet, edition, g_ptr_array_index (sorted, i), &window);
  paz_sheet_add_note (sheet, paz_edition_say (edition, N_("■ the task runs, ◆ it is due, ✓ completed or withdrawn. Months before and after those drawn are on the sheet of tasks.")));
}

static const PazSheetPart plan_part = { .words = &plan_words, .kind = "task", .declare = declare_plan, .fill = fill_plan };
static const PazSheetPart tasks_part = { .rows = &tasks };
static const PazSheetPart meetings_part = { .rows = &meetings };
static const PazSheetPart deadlines_part = { .rows = &deadlines };

const PazReport paz_workplan_report = {
  .info = {
    "workplan", NC_("report", "Workplan"),
    N_("Tasks, meetings and deadlines: who answers for what until when, with the plan drawn month by month."),
    "x-office-calendar-symbolic",
  },
  .titles = { N_("Workplan of the network"), N_("Workplan of the network") },
  .on_records = TRUE,
  .parts = { &plan_part, &tasks_part, &meetings_part, &deadlines_part },
};
