namespace CleanApi.Infrastructure.Settings;

/// <summary>What an address that settings name has to be.</summary>
internal static class WebAddress
{
    /// <summary>Whether nobody on the way can read or change what is sent there: https, or http on the same machine.</summary>
    public static bool IsProtected(Uri address) => address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);
}
