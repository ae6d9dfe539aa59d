using System.Text.Json.Nodes;
using CleanApi.Application.Users;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.OpenApi;
using CleanApi.WebApi.Organizations;

namespace CleanApi.WebApi.Users;

/// <summary>What users look like.</summary>
internal sealed class UserExamples : IExamples
{
    private const string Path = "/api/v1/users";
    private const string Bio = "Writes the release notes.";

    private static readonly UserResource User = new(
        TypeIdSchema.Example<UserId>(), UserResource.TypeName,
        new UserAttributes(EmailAddress.Parse("member@acme.test"), "Acme Member", UserRole.Member, UserStatus.Active, Bio, null, Examples.Time.AddDays(-30), Examples.Time),
        new UserRelationships(new Relationship<OrganizationId, OrganizationSummary>(TypeIdSchema.Example<OrganizationId>(), OrganizationResource.TypeName)));

    public IEnumerable<object> Values =>
    [
        new CreateUser("new@acme.test", "New Member", UserRole.Member),
        new ReplaceUser("Acme Member", UserRole.Member, Bio, "https://www.gravatar.com/avatar/0", "member@acme.test"),
        Examples.Document(User),
        Examples.CursorPage(Path, User),
        Examples.NumberedPage(Path, User),
    ];

    public IEnumerable<(Type Type, JsonObject Json)> Patches =>
    [
        (typeof(UserPatch), new JsonObject { ["name"] = "Acme Member", ["role"] = "VIEWER", ["bio"] = null }),
        (typeof(UpdateMe), new JsonObject { ["bio"] = Bio, ["avatarUrl"] = null }),
    ];
}
