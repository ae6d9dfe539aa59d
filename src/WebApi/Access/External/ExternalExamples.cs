using CleanApi.Application.Access;
using CleanApi.Domain.Access;
using CleanApi.WebApi.OpenApi;

namespace CleanApi.WebApi.Access;

/// <summary>What identities at other providers look like.</summary>
internal sealed class ExternalExamples : IExamples
{
    private const string Path = "/api/v1/me/external-identities";
    private const string Provider = "google";

    private static readonly ExternalIdentityResource Identity = new(
        TypeIdSchema.Example<ExternalIdentityId>(), ExternalIdentityResource.TypeName,
        new ExternalIdentityAttributes(Provider, "ada@acme.test", Examples.Time, Examples.Time.AddDays(-30)));

    public IEnumerable<object> Values =>
    [
        new LinkExternalIdentity(Provider, "/settings", "Passw0rd!demo"),
        Examples.Document(new ExternalAuthorizationResource(
            ExternalAuthorizationResource.TypeName,
            new ExternalAuthorizationAttributes("https://accounts.google.com/o/oauth2/v2/auth?response_type=code", 600))),
        Examples.CursorPage(Path, Identity),
        Examples.NumberedPage(Path, Identity),
    ];
}
