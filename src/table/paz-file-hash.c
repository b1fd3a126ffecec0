#include "paz-file-hash.h"

#include "base/paz-sha256.h"

#define MAX_PENDING 32

typedef struct
{
  char  *chunk;
  gsize  offset;
  gsize  length;
} Piece;

struct _PazFileHash
{
  GThread   *thread;
  GMutex     mutex;
  GCond      changed;
  GQueue     pending;       /* Piece */
  gboolean   closed;
  PazSha256 *sum;           /* of the thread, until it has ended */
};

static void
piece_free (Piece *piece)
{
  g_atomic_rc_box_release (piece->chunk);
  g_free (piece);
}

static Piece *
wait_for_piece (PazFileHash *self)
{
  Piece *piece;

  g_mutex_lock (&self->mutex);
  while (g_queue_is_empty (&self->pending) && !self->closed)
    g_cond_wait (&self->changed, &self->mutex);
  piece = g_queue_pop_head (&self->pending);
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);

  return piece;
}

static gpointer
hash_thread (gpointer data)
{
  PazFileHash *self = data;
  Piece *piece;

  while ((piece = wait_for_piece (self)) != NULL)
    {
      paz_sha256_update (self->sum, piece->chunk + piece->offset, piece->length);
      piece_free (piece);
    }

  return NULL;
}

static void
close_and_join (PazFileHash *self)
{
  if (self->thread == NULL)
    return;

  g_mutex_lock (&self->mutex);
  self->closed = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
  g_thread_join (g_steal_pointer (&self->thread));
}

PazFileHash *
paz_file_hash_new (void)
{
  PazFileHash *self = g_new0 (PazFileHash, 1);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  g_queue_init (&self->pending);
  self->sum = paz_sha256_new ();
  self->thread = g_thread_new ("file-hash", hash_thread, self);

  return self;
}

void
paz_file_hash_push (PazFileHash *self,
                    char        *chunk,
                    gsize        offset,
                    gsize        length)
{
  Piece *piece = g_new (Piece, 1);

  *piece = (Piece) { g_atomic_rc_box_acquire (chunk), offset, length };

  g_mutex_lock (&self->mutex);
  while (self->pending.length >= MAX_PENDING)
    g_cond_wait (&self->changed, &self->mutex);
  g_queue_push_tail (&self->pending, piece);
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
}

char *
paz_file_hash_finish (PazFileHash *self)
{
  guint8 digest[PAZ_SHA256_SIZE];

  close_and_join (self);
  paz_sha256_finish (self->sum, digest);

  return paz_sha256_to_hex (digest);
}

void
paz_file_hash_free (PazFileHash *self)
{
  /* What is still pending is of no use to anybody. */
  g_mutex_lock (&self->mutex);
  g_queue_clear_full (&self->pending, (GDestroyNotify) piece_free);
  g_mutex_unlock (&self->mutex);

  close_and_join (self);
  paz_sha256_free (self->sum);
  g_cond_clear (&self->changed);
  g_mutex_clear (&self->mutex);
  g_free (self);
}
