using CleanApi.Domain.Common;
using CleanApi.Infrastructure.Queue;

namespace CleanApi.Infrastructure.Mail;

/// <summary>A mail that is to be sent. The row is deleted when it was; it stays, without content, when it was given up.</summary>
[Global("People get mails before they belong to an organization, and the sender belongs to none.")]
internal sealed class QueuedMail : IQueued
{
    private QueuedMail()
    {
    }

    /// <summary>Its id, also part of the Message-ID: a mail that is sent again has the same one.</summary>
    public Guid Id { get; private init; }

    /// <summary>The name of its templates.</summary>
    public string Template { get; private init; } = "";

    /// <summary>Recipient and values, encrypted; null once it was given up.</summary>
    [Secret]
    public byte[]? EncryptedContent { get; private init; }

    /// <summary>When it was asked for, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>When it is to be sent, UTC; while somebody is at it, when somebody else may take it over.</summary>
    public DateTimeOffset DueAt { get; private init; }

    /// <summary>Whose turn it is; null before the first.</summary>
    public Guid? LeaseToken { get; private init; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; private init; }

    /// <summary>What went wrong last; without addresses.</summary>
    public string? LastError { get; private init; }

    /// <summary>When it was given up, UTC.</summary>
    public DateTimeOffset? FailedAt { get; private init; }

    /// <summary>One that is due at once.</summary>
    public static QueuedMail Create(Guid id, string template, byte[] encryptedContent, DateTimeOffset now) =>
        new() { Id = id, Template = template, EncryptedContent = encryptedContent, CreatedAt = now, DueAt = now };

    /// <summary>One whose turn it is.</summary>
    public static QueuedMail Claimed(Guid id, string template, byte[]? encryptedContent, DateTimeOffset createdAt, Guid token, int attempts) =>
        new() { Id = id, Template = template, EncryptedContent = encryptedContent, CreatedAt = createdAt, LeaseToken = token, Attempts = attempts };
}
