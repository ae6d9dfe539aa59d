using CleanApi.Application.Access;

namespace CleanApi.WebApi.Access;

/// <summary>Where a person goes after signing in. It comes from a link that anybody can have written, so it must not leave this site (CWE-601).</summary>
internal static class LocalAddress
{
    /// <summary>The address if it is a path of this site, with its query; null otherwise.</summary>
    public static string? Of(string? address) => address is not null && ReturnUrl.IsLocal(address) ? address : null;
}
