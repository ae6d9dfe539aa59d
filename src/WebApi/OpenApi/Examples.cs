using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using CleanApi.Application.Access;
using CleanApi.Application.Organizations;
using CleanApi.Application.Users;
using CleanApi.Domain.Access;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using CleanApi.WebApi.Access;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.Health;
using CleanApi.WebApi.Organizations;
using CleanApi.WebApi.Users;

namespace CleanApi.WebApi.OpenApi;

/// <summary>
/// What requests and answers look like. Values of the API's own types wherever they can be, written by its own JSON, so that they change with it;
/// patches as JSON, since what they leave out is the point.
/// </summary>
internal static class Examples
{
    /// <summary>When everything in them happened.</summary>
    public static readonly DateTimeOffset Time = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    private const string AccessToken = "eyJhbGciOiJSUzI1NiIsInR5cCI6ImF0K2p3dCJ9.eyJzdWIiOiJ1c3JfMDFoNDU1dmI0cGV4NXZza25rMDg0c24wMnEifQ.c2lnbmF0dXJl";
    private const string RefreshToken = "mT6mT0v3cXh1l0tJq2nK8oR5sW7yZ4aB9dE1fG3hI5k";
    private const int MoreThanOnePage = 53;

    private static readonly Meta Meta = new(TypeIdSchema.Example("req"));

    private static readonly OrganizationId Acme = TypeIdSchema.Example<OrganizationId>();

    private static readonly OrganizationResource Organization =
        new(Acme, OrganizationResource.TypeName, new OrganizationAttributes("Acme", OrganizationPlan.Pro, Time.AddDays(-30), Time));

    private static readonly UserResource User = new(
        TypeIdSchema.Example<UserId>(), UserResource.TypeName,
        new UserAttributes(EmailAddress.Parse("member@acme.test"), "Acme Member", UserRole.Member, UserStatus.Active, "Writes the release notes.", null, Time.AddDays(-30), Time),
        new UserRelationships(new Relationship<OrganizationId, OrganizationSummary>(Acme, OrganizationResource.TypeName)));

    private static readonly FrozenDictionary<Type, object> ByType = new object[]
    {
        new Login("member@acme.test", "Passw0rd!demo"),
        new Refresh(RefreshToken),
        new CreateUser("new@acme.test", "New Member", UserRole.Member),
        new ReplaceUser("Acme Member", UserRole.Member, "Writes the release notes.", "https://www.gravatar.com/avatar/0", "member@acme.test"),
        new Document<SessionResource>(
            new SessionResource(TypeIdSchema.Example<SessionId>(), SessionResource.TypeName, new SessionAttributes(AccessToken, "Bearer", 900, RefreshToken, 604800)), Meta),
        new Document<OrganizationResource>(Organization, Meta),
        new Document<UserResource>(User, Meta),
        new CursorPage<UserResource>(
            [User], new CursorMeta(MoreThanOnePage, 1, true, "AQIDBA", Meta.RequestId), new CursorLinks("/api/v1/users?limit=1", "/api/v1/users?limit=1", "/api/v1/users?limit=1&cursor=AQIDBA")),
        new NumberedPage<UserResource>(
            [User], new NumberedMeta(MoreThanOnePage, 1, 1, MoreThanOnePage, Meta.RequestId),
            new NumberedLinks("/api/v1/users?limit=1&page=1", "/api/v1/users?limit=1&page=1", null, "/api/v1/users?limit=1&page=2", "/api/v1/users?limit=1&page=53")),
        new JsonWebKeySetResponse([new JsonWebKeyResponse("RSA", "sig", "RS256", "2026-01", "sXchDaQebHnPiGvyDOAT4saGEUetSyo9MKLOoWFsueri23bOdgWp4Dy1Wl", "AQAB")]),
        new HealthResponse("ok"),
    }.ToFrozenDictionary(example => example.GetType());

    private static readonly FrozenDictionary<Type, string> Patches = new Dictionary<Type, string>
    {
        [typeof(UserPatch)] = """{"name":"Acme Member","role":"VIEWER","bio":null}""",
        [typeof(UpdateMe)] = """{"bio":"Writes the release notes.","avatarUrl":null}""",
        [typeof(UpdateOrganization)] = """{"name":"Acme International"}""",
    }.ToFrozenDictionary();

    /// <summary>The example of a type.</summary>
    /// <exception cref="InvalidOperationException">There is none: add one here.</exception>
    public static JsonNode Of(Type type, JsonSerializerOptions json) =>
        Patches.TryGetValue(type, out var patch) ? JsonNode.Parse(patch)!
            : ByType.TryGetValue(type, out var example) ? JsonSerializer.SerializeToNode(example, type, json)!
            : throw new InvalidOperationException($"{type} has no example for the OpenAPI document.");
}
