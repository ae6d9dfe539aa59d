using CleanApi.Application.Access;

namespace CleanApi.WebApi.Access;

/// <summary>Validates the address to go to after signing in. Anyone can craft the link it comes from, so it must be local (CWE-601, open redirect).</summary>
internal static class LocalAddress
{
    /// <summary>Returns the address if it is a local path, with its query; null otherwise.</summary>
    public static string? Of(string? address) => address is not null && ReturnUrl.IsLocal(address) ? address : null;
}
