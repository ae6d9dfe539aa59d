namespace CleanApi.Application.Common.Web;

/// <summary>The public address of this service, for links in mails.</summary>
/// <param name="Value">The issuer's address, without a slash at the end.</param>
public sealed record SiteAddress(string Value)
{
    /// <summary>A page's address.</summary>
    /// <param name="path">The page's path, with its leading slash.</param>
    public string Page(string path) => $"{Value.TrimEnd('/')}{path}";

    /// <summary>A page's address with a token.</summary>
    /// <param name="path">The page's path, with its leading slash.</param>
    /// <param name="token">A token; base64url needs no escaping.</param>
    public string Link(string path, string token) => $"{Page(path)}?token={token}";
}
