using CleanApi.Application.Common.Mail;

namespace CleanApi.Application.Common.Web;

/// <summary>The public address of this service, for links in mails.</summary>
/// <param name="Value">The issuer's address, without a slash at the end.</param>
public sealed record SiteAddress(string Value)
{
    /// <summary>A page's address.</summary>
    /// <param name="path">The page's path, with its leading slash.</param>
    public MailLink Page(string path) => new($"{Value.TrimEnd('/')}{path}");
}
