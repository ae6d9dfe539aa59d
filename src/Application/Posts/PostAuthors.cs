using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Application.Users;

namespace CleanApi.Application.Posts;

/// <summary>Embeds authors in posts: one statement, whatever the number of posts.</summary>
[Service]
internal sealed class PostAuthors(IUserDirectory users, ICallerContext context)
{
    /// <summary>Returns the posts with their authors if that is included; as they are otherwise.</summary>
    /// <param name="posts">A page at most.</param>
    /// <param name="include">What <c>?include=</c> says.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="Domain.Errors.AuthorizationError">An API key may not read users.</exception>
    public async Task<IReadOnlyList<PostResponse>> IncludeAsync(IReadOnlyList<PostResponse> posts, string? include, CancellationToken cancellationToken)
    {
        if (include != PostFieldRules.Author)
        {
            return posts;
        }

        // As for a single user: every person reads the people of their organization.
        if (context.Required is not UserCaller && !context.Required.Has(Permissions.UsersRead))
        {
            throw MissingPermission.Of(context.Caller, Permissions.UsersRead);
        }

        if (posts.Count == 0)
        {
            return posts;
        }

        var ids = posts.Select(post => post.AuthorId).Distinct().ToList();
        var authors = ids.Zip(await users.ListAsync(ids, cancellationToken)).ToDictionary(pair => pair.First, pair => PostAuthor.Of(pair.Second));
        return [.. posts.Select(post => post with { Author = authors[post.AuthorId] })];
    }
}
