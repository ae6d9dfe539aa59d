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
    long Version) : IVersioned;
