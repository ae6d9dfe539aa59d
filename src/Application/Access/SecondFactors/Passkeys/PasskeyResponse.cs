using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>A passkey, without its key.</summary>
public sealed record PasskeyResponse(
    PasskeyId Id,
    string Name,
    bool IsBackedUp,
    DateTimeOffset? LastUsedAt,
    DateTimeOffset? CounterRegressedAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    long Version) : IVersioned
{
    /// <summary>Ten recovery codes; only in the response that adds an account's first second factor.</summary>
    public IReadOnlyList<string>? RecoveryCodes { get; init; }

    /// <summary>Without the codes, which must not reach a log.</summary>
    public override string ToString() => $"{nameof(PasskeyResponse)} {Id}";
}
