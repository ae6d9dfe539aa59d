using System.Security.Cryptography;

namespace CleanApi.WebApi.Requests;

/// <summary>
/// The Content-Security-Policy of an HTML page that needs more than the default: a nonce for an inline script or style, or a form that redirects to another
/// origin. A feature of the HttpContext. Source: Content Security Policy Level 3.
/// </summary>
public sealed class PagePolicy
{
    private const string Shared =
        "img-src 'self' data: https:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    private readonly List<string> formTargets = [];

    private string? nonce;

    private PagePolicy()
    {
    }

    /// <summary>The default policy of pages: everything from this origin, nothing inline.</summary>
    public static string Default => Compose("", []);

    /// <summary>For the <c>nonce</c> attribute of this page's own inline script and style: 128 random bits in base64.</summary>
    public string Nonce => nonce ??= Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));

    /// <summary>Returns the policy of the current page.</summary>
    public static PagePolicy Of(HttpContext context)
    {
        if (context.Features.Get<PagePolicy>() is { } present)
        {
            return present;
        }

        var policy = new PagePolicy();
        context.Features.Set(policy);
        return policy;
    }

    /// <summary>Allows a form of the page to redirect to another origin: browsers apply form-action to the redirects after a post, too.</summary>
    /// <param name="target">An absolute address; only its origin, or the scheme of a native app, goes into the policy.</param>
    public void AllowFormTarget(Uri target) =>
        formTargets.Add(target.Scheme is "http" or "https" ? target.GetLeftPart(UriPartial.Authority) : $"{target.Scheme}:");

    /// <summary>The header's value.</summary>
    public override string ToString() => Compose(nonce is null ? "" : $" 'nonce-{nonce}'", formTargets);

    private static string Compose(string inline, IEnumerable<string> formTargets) =>
        string.Join(' ', [$"default-src 'self'; script-src 'self'{inline}; style-src 'self'{inline}; {Shared}", .. formTargets]);
}
