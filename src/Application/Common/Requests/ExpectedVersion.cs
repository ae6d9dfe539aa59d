using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;

namespace CleanApi.Application.Common.Requests;

/// <summary>The versions that <c>If-Match</c> allows (RFC 9110, section 13.1.1).</summary>
/// <param name="Versions">The allowed versions; null for every version.</param>
public readonly record struct ExpectedVersion(IReadOnlyList<long>? Versions)
{
    /// <summary>Allows every version.</summary>
    public static ExpectedVersion Any => default;

    /// <summary>Requires that the aggregate is at an allowed version.</summary>
    /// <exception cref="PreconditionFailedError">It is at another version.</exception>
    public void Require(IAggregateRoot aggregate)
    {
        if (Versions is not null && !Versions.Contains(aggregate.Version))
        {
            throw new PreconditionFailedError();
        }
    }
}
