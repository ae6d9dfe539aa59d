namespace CleanApi.Infrastructure.Access;

/// <summary>Which addresses of a provider are asked, and sent to.</summary>
internal static class ProviderAddress
{
    /// <summary>Whether nobody in between can read or change what goes there: https, or this machine itself.</summary>
    public static bool IsSafe(Uri address) =>
        address.UserInfo.Length == 0
        && (string.Equals(address.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal)
            || (string.Equals(address.Scheme, Uri.UriSchemeHttp, StringComparison.Ordinal) && address.IsLoopback));
}
