/* The real widget of a chart in a real window: cursor, what is said, tooltip, menu, table, and the
 * ways out. */
#include "shell-fixture.h"

#include "paz-chart-view.h"
#include "paz-copy-dialog.h"
#include "paz-picture-menu.h"
#include "paz-table-dialog.h"

#include <math.h>

static PazChart *
make_chart (void)
{
  static const double women[] = { 12, NAN, 1500 };
  static const double men[] = { 80, 90, 100 };
  const guint16 months[] = { 2014 * 12, 2014 * 12 + 1, 2014 * 12 + 2 };
  PazChart *chart = paz_chart_new (PAZ_CHART_LINE);

  paz_chart_set_title (chart, "Personnel");
  paz_chart_set_value_title (chart, "People", PAZ_CHART_COUNT);
  paz_chart_set_months (chart, months, 3);
  paz_chart_add_series (chart, "Women", women);
  paz_chart_add_series (chart, "Men", men);

  return chart;
}

/* What a maker answers: the level is the test's. */
static gboolean
make_picture (PazPictureExport   *picture,
              PazStore           *reader,
              const PazAudience  *readers,
              PazCatalogue       *catalogue,
              gpointer            data,
              GCancellable       *cancellable,
              GError            **error)
{
  picture->chart = make_chart ();
  picture->level = (PazLevel) GPOINTER_TO_INT (data);

  return TRUE;
}

/* In place of the page's content, so that it has the window's store around it. */
static PazChartView *
open_view (Fixture         *fixture,
           PazPictureMaker *maker)
{
  GtkWidget *view = paz_chart_view_new ();
  g_autoptr (PazChart) chart = make_chart ();

  fixture_open (fixture);
  gtk_widget_set_hexpand (view, TRUE);
  gtk_widget_set_vexpand (view, TRUE);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (fixture->window), view);
  paz_chart_view_set_chart (PAZ_CHART_VIEW (view), chart);
  paz_chart_view_set_maker (PAZ_CHART_VIEW (view), maker);
  gtk_test_widget_wait_for_draw (view);

  return PAZ_CHART_VIEW (view);
}

static void
check_said (PazChartView *view,
            const char   *part)
{
  g_autofree char *said = paz_chart_view_dup_spoken (view);

  if (strstr (said, part) == NULL)
    g_error ("“%s” does not say “%s”", said, part);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, said);
}

/* The keys a person presses, through the widget's own controllers. */
static void
press (PazChartView *view,
       guint         key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &handled);
    }
}

static void
test_cursor (Fixture       *fixture,
             gconstpointer  data)
{
  PazChartView *view = open_view (fixture, NULL);
  PazChartPoint point;

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, "Personnel");
  check_said (view, "Highest");
  g_assert_false (paz_chart_view_get_focus (view, &point));
  press (view, GDK_KEY_Right);
  check_said (view, "12");
  press (view, GDK_KEY_Right);
  check_said (view, "not known");   /* a gap is a value too */
  press (view, GDK_KEY_End);
  check_said (view, "1,500");
  press (view, GDK_KEY_Down);
  check_said (view, "Men");
  check_said (view, "100");
  press (view, GDK_KEY_Home);
  check_said (view, "80");
  g_assert_true (paz_chart_view_get_focus (view, &point));
  g_assert_cmpuint (point.series, ==, 1);
  g_assert_cmpuint (point.index, ==, 0);
}

static void
activated_cb (PazChartView *view,
              guint         series,
              guint         index,
              guint        *seen)
{
  *seen = 10 * series + index + 1;
}

static void
test_activate (Fixture       *fixture,
               gconstpointer  data)
{
  PazChartView *view = open_view (fixture, NULL);
  guint seen = 0;

  g_signal_connect (view, "activated", G_CALLBACK (activated_cb), &seen);
  press (view, GDK_KEY_Return);
  g_assert_cmpuint (seen, ==, 0);   /* no cursor yet */
  press (view, GDK_KEY_Right);
  press (view, GDK_KEY_Down);
  press (view, GDK_KEY_Return);
  g_assert_cmpuint (seen, ==, 11);
}

/* Over the value's place a tooltip says it; far from any there is none. */
static void
test_tooltip (Fixture       *fixture,
              gconstpointer  data)
{
  PazChartView *view = open_view (fixture, NULL);
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean shown = FALSE;

  press (view, GDK_KEY_Right);
  g_signal_emit_by_name (view, "query-tooltip", 0, 0, TRUE, tooltip, &shown);
  g_assert_true (shown);
  g_signal_emit_by_name (view, "query-tooltip", 1, 1, FALSE, tooltip, &shown);
  g_assert_false (shown);
}

static PazTableDialog *
open_table (PazChartView *view)
{
  GtkWidget *menu = find_widget (GTK_WIDGET (view), PAZ_TYPE_PICTURE_MENU);

  g_assert_nonnull (menu);
  g_assert_true (gtk_widget_activate_action (menu, "picture.table", NULL));

  return PAZ_TABLE_DIALOG (find_toplevel (PAZ_TYPE_TABLE_DIALOG));
}

static gboolean
has_cell_cb (GtkWidget *widget,
             gpointer   text)
{
  return GTK_IS_INSCRIPTION (widget) && g_strcmp0 (gtk_inscription_get_text (GTK_INSCRIPTION (widget)), text) == 0;
}

static void
test_table (Fixture       *fixture,
            gconstpointer  data)
{
  PazChartView *view = open_view (fixture, NULL);
  PazTableDialog *dialog = open_table (view);
  GtkColumnView *table = paz_table_dialog_get_view (dialog);
  static const char * const cells[] = { "January 2014", "12", "–", "1,500", "80", "100" };

  gtk_test_widget_wait_for_draw (GTK_WIDGET (dialog));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_column_view_get_columns (table)), ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (table))), ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    if (!walk (GTK_WIDGET (table), has_cell_cb, (gpointer) cells[i]))
      g_error ("no cell “%s”", cells[i]);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (table), GTK_ACCESSIBLE_PROPERTY_LABEL, "Personnel");
  close_and_check_freed (GTK_WIDGET (dialog));
}

/* Without a maker nothing leaves, and the menu says so. */
static void
test_closed (Fixture       *fixture,
             gconstpointer  data)
{
  PazChartView *view = open_view (fixture, NULL);
  GtkWidget *menu = find_widget (GTK_WIDGET (view), PAZ_TYPE_PICTURE_MENU);

  gtk_widget_activate_action (menu, "picture.copy", NULL);
  gtk_widget_activate_action (menu, "picture.copy-values", NULL);
  gtk_widget_activate_action (menu, "picture.save", NULL);
  drain ();
  g_assert_null (find_toplevel (PAZ_TYPE_COPY_DIALOG));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GError) error = NULL;

  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);
  if (*(char **) data == NULL)
    *(char **) data = g_strdup ("");
}

static char *
read_clipboard (PazChartView *view)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (view)), NULL, read_cb, &text);
  wait_until (text != NULL);

  return text;
}

static gboolean
has_picture (PazChartView *view)
{
  GdkContentFormats *formats = gdk_clipboard_get_formats (gtk_widget_get_clipboard (GTK_WIDGET (view)));

  return gdk_content_formats_contain_gtype (formats, GDK_TYPE_TEXTURE) &&
         gdk_content_formats_contain_mime_type (formats, "image/svg+xml");
}

/* Marked, without groups of digits, empty where not known. */
static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (PazPictureMaker) maker = paz_picture_maker_new ("test", make_picture, GINT_TO_POINTER (PAZ_LEVEL_NETWORK), NULL);
  PazChartView *view = open_view (fixture, maker);
  GtkWidget *menu = find_widget (GTK_WIDGET (view), PAZ_TYPE_PICTURE_MENU);
  g_autofree char *text = NULL;

  paz_copy_set_audience (paz_window_get_store (fixture->window), paz_audience_parse ("network"));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (view)), "before");
  gtk_widget_activate_action (menu, "picture.copy", NULL);
  wait_until (has_picture (view));
  gtk_widget_activate_action (menu, "picture.copy-values", NULL);
  wait_until (!has_picture (view));
  text = read_clipboard (view);
  g_assert_nonnull (strstr (text, "NETWORK"));
  g_assert_nonnull (strstr (text, "January 2014\t12\t80\n"));
  g_assert_nonnull (strstr (text, "February 2014\t\t90\n"));
  g_assert_nonnull (strstr (text, "\t1500\t"));
}

/* What stands above its readers stays, and the clipboard with it. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (PazPictureMaker) maker = paz_picture_maker_new ("test", make_picture, GINT_TO_POINTER (PAZ_LEVEL_NATIONAL), NULL);
  PazChartView *view = open_view (fixture, maker);
  PazStore *store = paz_window_get_store (fixture->window);
  PazAudience everybody = { .type = PAZ_AUDIENCE_PUBLIC };
  g_autoptr (PazPictureExport) picture = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  picture = paz_picture_export_new (maker, store, &everybody, paz_words_get_catalogue (), NULL, &error);
  g_assert_null (picture);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  paz_copy_set_audience (store, paz_audience_parse ("public"));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (view)), "before");
  gtk_widget_activate_action (find_widget (GTK_WIDGET (view), PAZ_TYPE_PICTURE_MENU), "picture.copy-values", NULL);
  for (guint i = 0; i < 40; i++)
    {
      drain ();
      g_usleep (10000);
    }
  text = read_clipboard (view);
  g_assert_cmpstr (text, ==, "before");
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  paz_words_init ("en");
  ui_test_load_style ();

#define ADD(name, func) g_test_add ("/chart-view/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("cursor", test_cursor);
  ADD ("activate", test_activate);
  ADD ("tooltip", test_tooltip);
  ADD ("table", test_table);
  ADD ("closed", test_closed);
  ADD ("copy", test_copy);
  ADD ("refused", test_refused);

  return g_test_run ();
}
