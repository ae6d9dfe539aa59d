namespace CleanApi.Application.Common.Mail;

/// <summary>What happens to a kind of mail when its recipient has had too many within an hour. Every kind says it.</summary>
/// <param name="quota">What it counts as.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class MailLimitAttribute(MailQuota quota) : Attribute
{
    /// <summary>What it counts as.</summary>
    public MailQuota Quota { get; } = quota;

    /// <summary>
    /// Whether the command fails with 429 instead of going on without its mail: it must not happen without notice, or its caller has to know that nobody was mailed.
    /// </summary>
    public bool RefusesCommand { get; init; }
}
