using CleanApi.WebApi.Health;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.OpenApi;

namespace CleanApi.WebApi.OpenApi;

/// <summary>
/// The tags in the order in which a reader needs them: signing in first. Those of several controllers are described here in one sentence, any other by the
/// summary of its controller. A tag that is not named here comes after those that are, by its path.
/// </summary>
internal static class DocumentTags
{
    private static readonly (string Name, string? Description)[] Order =
    [
        ("Authentication", "Sign-in with a password, a passkey, a second factor or another provider; refresh and sign-out; registration, and forgotten passwords."),
        ("Me", "Your own profile, picture, password, and identities at other providers."),
        ("Sessions", "Where you are signed in, and the proof of who you are that some changes need."),
        ("Second factors", "Your authenticator app and recovery codes."),
        ("Passkeys", null),
        ("Organization", null),
        ("Users", "The people of your organization, and their pictures."),
        ("Invitations", "Invitations to your organization, and their acceptance."),
        ("Posts", null),
        ("API keys", null),
        ("Events", null),
        ("Health", null),
        ("Platform", "Organizations and who is in which, for the operator of the platform."),
    ];

    /// <summary>The tags of these operations.</summary>
    public static HashSet<OpenApiTag> Of(IEnumerable<ApiDescription> operations) =>
    [
        .. operations.OrderBy(operation => operation.RelativePath, StringComparer.Ordinal)
            .GroupBy(operation => operation.ActionDescriptor.EndpointMetadata.OfType<ITagsMetadata>().Last().Tags[0], Owner, StringComparer.Ordinal)
            .OrderBy(tag => Array.FindIndex(Order, known => known.Name == tag.Key) is var place and >= 0 ? place : Order.Length)
            .Select(tag => new OpenApiTag
            {
                Name = tag.Key,
                Description = Array.Find(Order, known => known.Name == tag.Key).Description ?? string.Join(' ', tag.Distinct().Select(ClassSummaries.Of)),
            }),
    ];

    private static Type Owner(ApiDescription operation) =>
        (operation.ActionDescriptor as ControllerActionDescriptor)?.ControllerTypeInfo.AsType() ?? typeof(HealthEndpoints);
}
