using CleanApi.Domain.Common;

namespace CleanApi.Infrastructure.Mail;

/// <summary>When an address was mailed within the last hour, by quota. Written by <see cref="MailOutbox"/>, in the transaction of each mail.</summary>
[Global("An address is limited over all organizations, and before it belongs to one.")]
internal sealed class MailRecipient
{
    private MailRecipient()
    {
    }

    /// <summary>Keyed hash of the canonical address, 32 bytes.</summary>
    [Secret]
    public byte[] AddressHash { get; private init; } = [];

    /// <summary>Mails that strangers have caused, UTC.</summary>
    public DateTime[] RequestsAt { get; private init; } = [];

    /// <summary>Answers to a forgotten password, UTC.</summary>
    public DateTime[] ResetsAt { get; private init; } = [];

    /// <summary>Notices, UTC.</summary>
    public DateTime[] NoticesAt { get; private init; } = [];

    /// <summary>The last mail, UTC. An hour later the row says nothing any more.</summary>
    public DateTimeOffset LastAt { get; private init; }
}
