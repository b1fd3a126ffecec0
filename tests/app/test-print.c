/* A report printed into a file: as many pages as its PDF, each with the text it has there, turned as it is
 * there; and a print that is called off. */
#include "shell-fixture.h"

#include "paz-print.h"
#include "report/paz-paper.h"

typedef struct
{
  gboolean  answered;
  gboolean  done;
  GError   *error;
} Answer;

static void
printed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Answer *answer = data;

  answer->done = paz_print_finish (result, &answer->error);
  answer->answered = TRUE;
}

static PazBook *
make_book (Fixture *fixture)
{
  g_autoptr (PazAudience) network = paz_audience_parse ("network");
  const PazReportOptions options = { .language = PAZ_LANGUAGE_ES, .audience = network, .created = 1760000000000 };
  g_autoptr (GError) error = NULL;
  PazBook *book = paz_book_new_report (paz_window_get_store (fixture->window), "traceability", &options,
                                       NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return book;
}

static char *
run (const char *program,
     const char *option,
     const char *value,
     const char *path)
{
  const char *argv[] = { program, option, value, path, program[3] == 't' ? "-" : NULL, NULL };
  char *output = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));

  return output;
}

/* "Page    1 size:  595.276 x 841.89 pts (A4)", to whole points, and whether it is turned. */
static gboolean
is_page_wide (const char *info,
              guint       page)
{
  g_autofree char *pattern = g_strdup_printf ("(?m)^Page +%u size: +([0-9]+)\\S* x ([0-9]+)", page);
  g_autofree char *turned = g_strdup_printf ("(?m)^Page +%u rot: +(90|270)", page);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *width = NULL;
  g_autofree char *height = NULL;

  g_assert_true (g_regex_match (regex, info, 0, &match));
  width = g_match_info_fetch (match, 1);
  height = g_match_info_fetch (match, 2);

  return (g_ascii_strtoull (width, NULL, 10) > g_ascii_strtoull (height, NULL, 10)) !=
         g_regex_match_simple (turned, info, 0, 0);
}

static void
test_file (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (PazBook) book = NULL;
  g_autoptr (PazPaperBook) paper = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "printed.pdf", NULL);
  g_autofree char *text = NULL;
  g_autofree char *info = NULL;
  g_auto (GStrv) pages = NULL;
  Answer answer = { 0 };

  fixture_open (fixture);
  book = make_book (fixture);
  paper = paz_paper_new (book, NULL, NULL);
  paz_print_to_file_async (GTK_WINDOW (fixture->window), book, path, NULL, printed_cb, &answer);
  wait_until (answer.answered);
  g_assert_no_error (answer.error);
  g_assert_true (answer.done);

  text = run ("pdftotext", "-enc", "UTF-8", path);
  info = run ("pdfinfo", "-l", "1000", path);
  pages = g_strsplit (text, "\f", -1);
  g_assert_cmpuint (g_strv_length (pages), ==, paz_paper_count_pages (paper) + 1);
  for (guint i = 0; i < paz_paper_count_pages (paper); i++)
    {
      double width, height;

      paz_paper_get_size (paper, i, &width, &height);
      g_assert_nonnull (strstr (pages[i], paz_book_get_marking (book)));
      g_assert_cmpint (is_page_wide (info, i + 1), ==, width > height);
    }
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (PazBook) book = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "never.pdf", NULL);
  Answer answer = { 0 };

  fixture_open (fixture);
  book = make_book (fixture);
  g_cancellable_cancel (cancellable);
  paz_print_to_file_async (GTK_WINDOW (fixture->window), book, path, cancellable, printed_cb, &answer);
  wait_until (answer.answered);
  g_assert_false (answer.done);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&answer.error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add ("/print/file", Fixture, NULL, fixture_set_up, test_file, fixture_tear_down);
  g_test_add ("/print/cancel", Fixture, NULL, fixture_set_up, test_cancel, fixture_tear_down);

  return g_test_run ();
}
