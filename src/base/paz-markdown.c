#include "base/paz-markdown.h"

#include <cmark.h>
#include <string.h>

#define MAX_LISTS 16
#define RULE "――――――――"

typedef struct
{
  GPtrArray  *runs;
  PazMark     marks;
  guint       heading;
  const char *target;
  guint       depth;
  int         numbers[MAX_LISTS];   /* of the next item; 0 in a list of bullets */
  gboolean    begun;                /* something was written: the next block begins a line */
  gboolean    after_marker;         /* the first block of an item stays on the marker's line */
  gboolean    tight;
} Walk;

static void
run_free (PazMarkdownRun *run)
{
  g_free (run->text);
  g_free (run->target);
  g_free (run);
}

static void
add (Walk       *walk,
     const char *text,
     PazMark     more)
{
  PazMarkdownRun *run;

  if (text == NULL || *text == '\0')
    return;
  run = g_new0 (PazMarkdownRun, 1);
  run->text = g_strdup (text);
  run->marks = walk->marks | more;
  run->heading = walk->heading;
  run->depth = walk->depth;
  run->target = g_strdup (walk->target);
  g_ptr_array_add (walk->runs, run);
  walk->begun = TRUE;
}

/* Between two blocks. */
static void
begin_block (Walk *walk)
{
  if (walk->begun && !walk->after_marker)
    add (walk, walk->tight && walk->depth > 0 ? "\n" : "\n\n", PAZ_MARK_BREAK);
  walk->after_marker = FALSE;
}

static void
enter_list (Walk       *walk,
            cmark_node *node)
{
  gboolean ordered = cmark_node_get_list_type (node) == CMARK_ORDERED_LIST;

  /* A list inside an item follows its words closely; one on its own stands apart. */
  if (walk->depth == 0)
    walk->tight = FALSE;
  if (walk->depth < MAX_LISTS)
    walk->numbers[walk->depth] = ordered ? MAX (1, cmark_node_get_list_start (node)) : 0;
}

static void
enter_item (Walk       *walk,
            cmark_node *node)
{
  gboolean first = cmark_node_previous (node) == NULL;
  guint level = MIN (walk->depth, MAX_LISTS - 1);
  g_autofree char *marker = NULL;

  if (walk->begun && !walk->after_marker)
    add (walk, first && level == 0 ? "\n\n" : "\n", PAZ_MARK_BREAK);
  if (walk->numbers[level] > 0)
    marker = g_strdup_printf ("%d. ", walk->numbers[level]++);
  else
    marker = g_strdup (level % 2 == 0 ? "• " : "◦ ");
  walk->depth++;
  walk->tight = TRUE;
  add (walk, marker, PAZ_MARK_MARKER);
  walk->after_marker = TRUE;
}

static void
leave_item (Walk *walk)
{
  walk->depth--;
  walk->after_marker = FALSE;
  if (walk->depth == 0)
    walk->tight = FALSE;
}

/* A block of code or of HTML ends with a line break of its own. */
static void
add_block (Walk       *walk,
           const char *text,
           PazMark     marks)
{
  g_autofree char *own = g_strdup (text);

  begin_block (walk);
  add (walk, g_strchomp (own), marks);
}

static void
enter_leaf (Walk       *walk,
            cmark_node *node)
{
  const char *literal = cmark_node_get_literal (node);

  switch ((int) cmark_node_get_type (node))
    {
    case CMARK_NODE_TEXT:
    case CMARK_NODE_HTML_INLINE:
    case CMARK_NODE_CUSTOM_INLINE:
      add (walk, literal, 0);
      break;
    case CMARK_NODE_CODE:
      add (walk, literal, PAZ_MARK_CODE);
      break;
    case CMARK_NODE_CODE_BLOCK:
      add_block (walk, literal, PAZ_MARK_CODE_BLOCK);
      break;
    case CMARK_NODE_HTML_BLOCK:
    case CMARK_NODE_CUSTOM_BLOCK:
      add_block (walk, literal, 0);
      break;
    case CMARK_NODE_THEMATIC_BREAK:
      add_block (walk, RULE, PAZ_MARK_RULE);
      break;
    case CMARK_NODE_SOFTBREAK:
      add (walk, " ", 0);
      break;
    case CMARK_NODE_LINEBREAK:
      add (walk, "\n", 0);
      break;
    default:
      break;
    }
}

static void
enter (Walk       *walk,
       cmark_node *node)
{
  switch ((int) cmark_node_get_type (node))
    {
    case CMARK_NODE_PARAGRAPH:
      begin_block (walk);
      break;
    case CMARK_NODE_HEADING:
      begin_block (walk);
      walk->heading = cmark_node_get_heading_level (node);
      break;
    case CMARK_NODE_BLOCK_QUOTE:
      walk->marks |= PAZ_MARK_QUOTE;
      break;
    case CMARK_NODE_LIST:
      enter_list (walk, node);
      break;
    case CMARK_NODE_ITEM:
      enter_item (walk, node);
      break;
    case CMARK_NODE_STRONG:
      walk->marks |= PAZ_MARK_STRONG;
      break;
    case CMARK_NODE_EMPH:
      walk->marks |= PAZ_MARK_EMPHASIS;
      break;
    case CMARK_NODE_LINK:
    case CMARK_NODE_IMAGE:
      walk->marks |= PAZ_MARK_LINK;
      walk->target = cmark_node_get_url (node);
      break;
    default:
      enter_leaf (walk, node);
    }
}

static gboolean
is_inside (cmark_node      *node,
           cmark_node_type  type)
{
  for (node = cmark_node_parent (node); node != NULL; node = cmark_node_parent (node))
    if (cmark_node_get_type (node) == type)
      return TRUE;

  return FALSE;
}

static void
leave (Walk       *walk,
       cmark_node *node)
{
  switch ((int) cmark_node_get_type (node))
    {
    case CMARK_NODE_HEADING:
      walk->heading = 0;
      break;
    case CMARK_NODE_BLOCK_QUOTE:
      if (!is_inside (node, CMARK_NODE_BLOCK_QUOTE))
        walk->marks &= ~PAZ_MARK_QUOTE;
      break;
    case CMARK_NODE_ITEM:
      leave_item (walk);
      break;
    case CMARK_NODE_STRONG:
      if (!is_inside (node, CMARK_NODE_STRONG))
        walk->marks &= ~PAZ_MARK_STRONG;
      break;
    case CMARK_NODE_EMPH:
      if (!is_inside (node, CMARK_NODE_EMPH))
        walk->marks &= ~PAZ_MARK_EMPHASIS;
      break;
    case CMARK_NODE_LINK:
    case CMARK_NODE_IMAGE:
      walk->marks &= ~PAZ_MARK_LINK;
      walk->target = NULL;
      break;
    default:
      break;
    }
}

GPtrArray *
paz_markdown_render (const char *markdown)
{
  Walk walk = { g_ptr_array_new_with_free_func ((GDestroyNotify) run_free) };
  cmark_node *document;
  cmark_iter *iter;
  cmark_event_type event;

  g_return_val_if_fail (markdown != NULL, NULL);

  document = cmark_parse_document (markdown, strlen (markdown), CMARK_OPT_DEFAULT);
  iter = cmark_iter_new (document);
  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    if (event == CMARK_EVENT_ENTER)
      enter (&walk, cmark_iter_get_node (iter));
    else
      leave (&walk, cmark_iter_get_node (iter));
  cmark_iter_free (iter);
  cmark_node_free (document);

  return walk.runs;
}

char *
paz_markdown_to_text (const char *markdown)
{
  g_autoptr (GPtrArray) runs = paz_markdown_render (markdown);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    g_string_append (text, ((PazMarkdownRun *) runs->pdata[i])->text);

  return g_string_free (text, FALSE);
}

gboolean
paz_markdown_may_open (const char *target)
{
  static const char * const schemes[] = { "http://", "https://", "mailto:" };

  for (guint i = 0; target != NULL && i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strncasecmp (target, schemes[i], strlen (schemes[i])) == 0)
      return TRUE;

  return FALSE;
}
