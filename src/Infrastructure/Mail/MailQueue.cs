using System.Data.Common;
using CleanApi.Infrastructure.Persistence;
using CleanApi.Infrastructure.Queue;

namespace CleanApi.Infrastructure.Mail;

/// <summary>The mails that are due. Of one that was sent nothing is kept; of one that was given up, that it was.</summary>
internal sealed class MailQueue(Database database, TimeProvider clock) : LeasedQueue<QueuedMail>(Mails, () => database.Application, clock)
{
    /// <summary>The table.</summary>
    public static readonly QueueTable Mails = new("mail", "mail.messages", "item.template, item.encrypted_content, item.created_at")
    {
        DeadAt = "failed_at",
        OnDead = "encrypted_content = null",
    };

    /// <inheritdoc />
    protected override QueuedMail Read(DbDataReader row, Guid id, Guid token, int attempts) =>
        QueuedMail.Claimed(id, row.GetString(2), row.IsDBNull(3) ? null : row.GetFieldValue<byte[]>(3), row.GetFieldValue<DateTimeOffset>(4), token, attempts);
}
