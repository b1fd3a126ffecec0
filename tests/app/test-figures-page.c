/* The figures page over a real UN file: what it shows is what the figures room says, and what goes
 * out is what its readers may see. */
#include "shell-fixture.h"

#include "lib/paz-test-un.h"

#include "figures/paz-figures.h"
#include "paz-figures-export.h"
#include "paz-figures-page.h"
#include "table/paz-import.h"

static PazFiguresPage *
open_page (Fixture *fixture)
{
  GtkWidget *page;

  paz_window_show_page (fixture->window, "figures");
  page = paz_window_get_page (fixture->window);
  g_assert_true (PAZ_IS_FIGURES_PAGE (page));

  return PAZ_FIGURES_PAGE (page);
}

/* FALSE when the real files are not there. */
static gboolean
import_real (Fixture *fixture)
{
  g_autofree char *path = paz_test_dup_shared ("uchistorical_2013-03_2014-02.csv");
  g_autoptr (PazImport) import = NULL;
  g_autoptr (GError) error = NULL;
  PazStore *store;

  if (path == NULL)
    return FALSE;
  fixture_open (fixture);
  store = paz_window_get_store (fixture->window);
  import = paz_import_read (path, NULL, store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  paz_import_apply (import, store, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return TRUE;
}

static gboolean
has_figures (PazFiguresPage *page)
{
  const PazCross *cross = paz_figures_page_get_cross (page);

  return cross != NULL && cross->to != 0;
}

static const PazCrossHead *
get_head (GPtrArray *heads,
          guint      n)
{
  return g_ptr_array_index (heads, n);
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  PazFiguresPage *page;

  fixture_open (fixture);
  page = open_page (fixture);
  wait_until (paz_figures_page_get_cross (page) != NULL);
  wait_until (shows (page, "No Figures Yet"));
}

/* Every cell of contributor by mission, and every total. */
static void
test_same_numbers (Fixture       *fixture,
                   gconstpointer  data)
{
  static const PazKey keys[] = { PAZ_KEY_CONTRIBUTOR, PAZ_KEY_MISSION };
  g_autoptr (PazFiguresChoice) choice = paz_figures_choice_parse ("rows=contributor;columns=mission;set=world");
  g_autoptr (PazFigures) figures = NULL;
  g_autoptr (PazPivot) pivot = NULL;
  PazFiguresFilter filter = { 0 };
  const PazCross *cross;
  PazFiguresPage *page;
  guint n_known = 0;
  guint64 sum = 0;

  if (!import_real (fixture))
    return;
  page = open_page (fixture);
  wait_until (has_figures (page));
  paz_figures_page_ask (page, choice);
  cross = paz_figures_page_get_cross (page);
  figures = paz_figures_get (paz_window_get_store (fixture->window), NULL, NULL, NULL);
  filter.from = filter.to = cross->to;
  pivot = paz_figures_pivot (figures, keys, 2, &filter);
  g_assert_cmpuint (paz_pivot_get_n_rows (pivot), >, 100);
  for (guint n = 0; n < paz_pivot_get_n_rows (pivot); n++)
    {
      const PazFigure *figure = paz_pivot_get_row (pivot, n);
      const PazCrossCell *cell = NULL;

      for (guint i = 0; i < cross->rows->len; i++)
        for (guint j = 0; j < cross->columns->len; j++)
          if (g_str_equal (get_head (cross->rows, i)->key, figure->keys[0]) &&
              g_str_equal (get_head (cross->columns, j)->key, figure->keys[1]))
            cell = paz_cross_get (cross, i, j);
      g_assert_nonnull (cell);
      g_assert_true (cell->known);
      g_assert_cmpuint (cell->part, ==, figure->female + figure->male);
      sum += cell->part;
    }
  for (guint i = 0; i < cross->rows->len * cross->columns->len; i++)
    n_known += cross->cells[i].known;
  g_assert_cmpuint (n_known, ==, paz_pivot_get_n_rows (pivot));
  for (guint i = 0; i < cross->rows->len; i++)
    sum -= cross->row_totals[i].part;
  g_assert_cmpuint (sum, ==, 0);
  g_test_message ("answered in %d us", (int) paz_figures_page_get_cost (page));
}

/* Shares carry their bases, the headline says the last month. */
static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (PazFiguresChoice) choice = paz_figures_choice_parse ("ask=share_of_women;rows=month;contributors=URY");
  g_autoptr (PazFiguresChoice) again = NULL;
  g_autofree char *text = paz_figures_choice_to_text (choice);
  g_autofree char *other = NULL;
  g_autofree char *cell = NULL;
  const PazCross *cross;
  PazFiguresPage *page;

  again = paz_figures_choice_parse (text);
  other = paz_figures_choice_to_text (again);
  g_assert_cmpstr (text, ==, other);
  if (!import_real (fixture))
    return;
  page = open_page (fixture);
  wait_until (has_figures (page));
  paz_figures_page_ask (page, choice);
  /* On a busy machine it answers from a worker. */
  wait_until (g_str_has_prefix (paz_figures_page_get_cross (page)->headline, "Uruguay: "));
  cross = paz_figures_page_get_cross (page);
  g_test_message ("%s | %s", cross->headline, cross->coverage);
  g_assert_nonnull (strstr (cross->headline, "in the region"));
  g_assert_null (cross->column_totals);   /* months do not add up */
  cell = paz_cross_dup_text (cross, paz_cross_get (cross, 0, 0));
  g_assert_nonnull (strstr (cell, "%"));
  g_assert_nonnull (strstr (cell, "/"));
  g_assert_true (shows (page, "Uruguay: "));
}

/* Every ready view and every pair of axes answers. */
static void
test_all_choices (Fixture       *fixture,
                  gconstpointer  data)
{
  PazFiguresPage *page;
  gint64 worst = 0;

  if (!import_real (fixture))
    return;
  page = open_page (fixture);
  wait_until (has_figures (page));
  for (guint ask = 0; ask < PAZ_N_ASKS; ask++)
    for (guint i = 0; i < PAZ_N_AXES * PAZ_N_AXES; i++)
      {
        g_autoptr (PazFiguresChoice) choice = paz_figures_choice_new ();

        choice->ask = (PazAsk) ask;
        choice->rows = (PazAxis) (i / PAZ_N_AXES);
        choice->columns = (PazAxis) (i % PAZ_N_AXES);
        paz_figures_page_ask (page, choice);
        worst = MAX (worst, paz_figures_page_get_cost (page));
        drain ();
      }
  g_test_message ("slowest answer %d us", (int) worst);
  wait_until (has_figures (page));
}

static char *
dup_lines (PazStore                *store,
           const PazFiguresChoice  *choice,
           GError                 **error)
{
  PazAudience everybody = { .type = PAZ_AUDIENCE_PUBLIC };
  g_autoptr (PazFiguresExport) table = paz_figures_export_new (store, choice, &everybody, paz_words_get_catalogue (),
                                                               NULL, error);

  return table != NULL ? paz_figures_export_dup_lines (table, ',') : NULL;
}

static PazPictureExport *
make_picture (PazStore                *store,
              const PazFiguresChoice  *choice,
              PazAudienceType          type,
              GError                 **error)
{
  PazAudience readers = { .type = type };
  g_autoptr (PazPictureMaker) maker = paz_figures_export_new_maker (choice);

  return paz_picture_export_new (maker, store, &readers, paz_words_get_catalogue (), NULL, error);
}

static void
withhold (PazStore *store)
{
  const PazKind *kind = paz_kind_find ("data_set");
  g_autoptr (PazQuery) query = paz_query_new (kind);
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = paz_store_list_records (store, query, &error);

  g_assert_cmpuint (records->len, ==, 1);
  paz_record_set_release (g_ptr_array_index (records, 0), PAZ_LEVEL_NATIONAL, NULL);
  paz_edit_put (edit, g_ptr_array_index (records, 0));
  paz_store_apply (store, edit, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* A withheld data set is in nothing that goes to the public; what is for own use is marked. */
static void
test_withheld (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (PazFiguresChoice) choice = paz_figures_choice_parse ("rows=contributor;columns=mission");
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) other = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *name = NULL;
  g_autofree char *cells = NULL;
  g_autoptr (PazPictureExport) none = NULL;
  g_autoptr (PazPictureExport) own = NULL;
  PazStore *store;

  if (!import_real (fixture))
    return;
  store = paz_window_get_store (fixture->window);
  before = dup_lines (store, choice, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (before, "MINUSTAH"));
  g_assert_nonnull (strstr (before, "URY"));
  g_assert_nonnull (strstr (before, "PUBLIC"));
  withhold (store);
  after = dup_lines (store, choice, &error);
  g_assert_null (after);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  none = make_picture (store, choice, PAZ_AUDIENCE_PUBLIC, &other);
  g_assert_null (none);
  g_assert_error (other, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  own = make_picture (store, choice, PAZ_AUDIENCE_OWN, NULL);
  g_assert_nonnull (own);
  name = paz_picture_export_dup_file_name (own, paz_words_get_catalogue (), "svg");
  g_assert_cmpstr (name, ==, "figures-en-national.svg");
  cells = paz_picture_export_dup_cells (own, paz_words_get_catalogue ());
  g_assert_nonnull (strstr (cells, "NATIONAL"));
}

/* Before a workbook leaves, for whom is asked. */
static void
test_workbook_asks (Fixture       *fixture,
                    gconstpointer  data)
{
  PazFiguresPage *page;
  g_autoptr (GListModel) windows = NULL;
  guint before;

  if (!import_real (fixture))
    return;
  page = open_page (fixture);
  wait_until (has_figures (page));
  windows = g_object_ref (gtk_window_get_toplevels ());
  before = g_list_model_get_n_items (windows);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "figures.workbook", NULL));
  wait_until (g_list_model_get_n_items (windows) > before);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) != NULL)
        gtk_window_destroy (window);
    }
  drain ();
}

/* The three files of a picture, by their first bytes and what can be read in them. */
static void
test_pictures (Fixture       *fixture,
               gconstpointer  data)
{
  static const char * const beginnings[] = { "\x89PNG\r\n\x1a\n", "<?xml", "%PDF-" };
  g_autoptr (PazFiguresChoice) choice = paz_figures_choice_parse ("rows=contributor;order=value");
  g_autoptr (PazPictureExport) picture = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *wrong = NULL;

  if (!import_real (fixture))
    return;
  picture = make_picture (paz_window_get_store (fixture->window), choice, PAZ_AUDIENCE_PUBLIC, &error);
  g_assert_no_error (error);
  for (guint n = 0; n < G_N_ELEMENTS (beginnings); n++)
    {
      g_autofree char *name = g_strdup_printf ("picture.%s", paz_picture_format_get_ending ((PazPictureFormat) n));
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *written = NULL;
      gsize length;

      g_assert_true (paz_picture_export_write (picture, paz_words_get_catalogue (), path, NULL, &error));
      g_assert_no_error (error);
      g_file_get_contents (path, &written, &length, &error);
      g_assert_no_error (error);
      g_assert_cmpmem (written, strlen (beginnings[n]), beginnings[n], strlen (beginnings[n]));
      bytes = paz_picture_export_dup_bytes (picture, paz_words_get_catalogue (), (PazPictureFormat) n, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpmem (written, length, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
    }
  wrong = g_build_filename (fixture->folder, "none", "picture.png", NULL);
  g_assert_false (paz_picture_export_write (picture, paz_words_get_catalogue (), wrong, NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

/* The largest first; the choice of it and of a type is part of a view. */
static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (PazFiguresChoice) choice = paz_figures_choice_parse ("rows=contributor;columns=sex;order=value;shape=3");
  g_autofree char *text = paz_figures_choice_to_text (choice);
  const PazCross *cross;
  PazFiguresPage *page;

  g_assert_nonnull (strstr (text, "order=value"));
  g_assert_nonnull (strstr (text, "shape=3"));
  if (!import_real (fixture))
    return;
  page = open_page (fixture);
  wait_until (has_figures (page));
  paz_figures_page_ask (page, choice);
  cross = paz_figures_page_get_cross (page);
  g_assert_cmpuint (cross->rows->len, >, 10);
  for (guint i = 1; i < cross->rows->len; i++)
    g_assert_cmpfloat (cross->row_totals[i - 1].value, >=, cross->row_totals[i].value);
  for (guint i = 0; i < cross->rows->len; i++)
    g_assert_cmpuint (cross->row_totals[i].part, ==,
                      paz_cross_get (cross, i, 0)->part + paz_cross_get (cross, i, 1)->part);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  paz_words_init ("en");
  ui_test_load_style ();

#define ADD(name, func) g_test_add ("/figures-page/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("empty", test_empty);
  ADD ("same-numbers", test_same_numbers);
  ADD ("words", test_words);
  ADD ("all-choices", test_all_choices);
  ADD ("withheld", test_withheld);
  ADD ("workbook-asks", test_workbook_asks);
  ADD ("pictures", test_pictures);
  ADD ("order", test_order);

  return g_test_run ();
}
