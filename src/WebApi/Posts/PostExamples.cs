using CleanApi.Application.Posts;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Posts;
using CleanApi.Domain.Users;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.OpenApi;
using CleanApi.WebApi.Organizations;
using CleanApi.WebApi.Users;

namespace CleanApi.WebApi.Posts;

/// <summary>What posts look like.</summary>
internal sealed class PostExamples : IExamples
{
    private const string Title = "Release notes";
    private const string Body = "Lists are read by cursor now.";

    private static readonly PostResource Post = new(
        TypeIdSchema.Example<PostId>(), PostResource.TypeName, new PostAttributes(Title, Body, Examples.Time.AddDays(-30), Examples.Time),
        new PostRelationships(
            new Relationship<UserId, UserAttributes>(TypeIdSchema.Example<UserId>(), UserResource.TypeName),
            new Relationship<OrganizationId, OrganizationSummary>(TypeIdSchema.Example<OrganizationId>(), OrganizationResource.TypeName)));

    private static readonly string Path = $"/api/v1/users/{TypeIdSchema.Example<UserId>()}/posts";

    public IEnumerable<object> Values =>
        [new CreatePost(Title, Body), Examples.Document(Post), Examples.CursorPage(Path, Post), Examples.NumberedPage(Path, Post)];
}
