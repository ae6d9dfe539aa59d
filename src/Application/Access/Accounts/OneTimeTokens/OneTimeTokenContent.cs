using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>What a one-time token stands for.</summary>
/// <param name="AccountId">Whose account; null where there was none.</param>
/// <param name="Payload">What was put in; null where nothing was.</param>
public sealed record OneTimeTokenContent(AccountId? AccountId, string? Payload)
{
    /// <summary>Without the payload, which may hold a secret.</summary>
    public override string ToString() => nameof(OneTimeTokenContent);
}
