using CleanApi.Domain.Errors;

namespace CleanApi.Application.Common.Requests;

/// <summary>
/// What the caller requires of the version of the resource that a command changes (RFC 9110, section 13.1). The unit of work checks it against the target of
/// the command's audit entry, at the version that was read, before anything is stored.
/// </summary>
/// <param name="IfMatch">The versions that it may be at; null where the caller has not asked.</param>
/// <param name="IfNoneMatch">The versions that it must not be at; null where the caller has not asked.</param>
public sealed record Preconditions(VersionSet? IfMatch, VersionSet? IfNoneMatch)
{
    /// <summary>Every version will do.</summary>
    public static readonly Preconditions None = new(null, null);

    /// <summary>Requires that a resource is at a version that the caller allows.</summary>
    /// <exception cref="PreconditionFailedError">It is not.</exception>
    public void Require(long version)
    {
        if (IfMatch?.Contains(version) is false)
        {
            throw new PreconditionFailedError();
        }

        if (IfNoneMatch?.Contains(version) is true)
        {
            throw new PreconditionFailedError("The resource is at a version that If-None-Match excludes");
        }
    }
}
