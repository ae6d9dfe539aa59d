using CleanApi.Application.Access;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.OpenApi;
using CleanApi.WebApi.Organizations;
using CleanApi.WebApi.Users;

namespace CleanApi.WebApi.Access;

/// <summary>What API keys look like.</summary>
internal sealed class ApiKeyExamples : IExamples
{
    private const string Name = "Nightly import";
    private const string Path = "/api/v1/api-keys";
    private const int Limit = 600;
    private const int Grace = 3600;

    // With a checksum that is wrong: no key of anybody's.
    private const string Key = "sk_live_" + "EXAMPLEEXAMPLEEXAMPLEEXAMPLE0000";

    private static readonly string[] Scopes = [Permissions.PostsRead, Permissions.UsersRead];

    private static readonly ApiKeyResource Created = Resource(Key);

    private static readonly ApiKeyResource Listed = Resource(null);

    public IEnumerable<object> Values =>
    [
        new CreateApiKey(Name, Scopes, ApiKeyModes.Live, Examples.Time.AddYears(50), Limit),
        new RotateApiKey(Grace),
        Examples.Document(Created),
        Examples.CursorPage(Path, Listed),
        Examples.NumberedPage(Path, Listed),
    ];

    private static ApiKeyResource Resource(string? key) => new(
        TypeIdSchema.Example<ApiKeyId>(), ApiKeyResource.TypeName,
        new ApiKeyAttributes(
            Name, key, ApiKeyModes.Live, true, Key[^4..], Scopes, Limit, Examples.Time.AddYears(50), null, null, null, null, Examples.Time, Examples.Time),
        new ApiKeyRelationships(
            new Relationship<UserId, UserAttributes>(TypeIdSchema.Example<UserId>(), UserResource.TypeName),
            new Relationship<OrganizationId, OrganizationSummary>(TypeIdSchema.Example<OrganizationId>(), OrganizationResource.TypeName)));
}
