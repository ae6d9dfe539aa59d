using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.Posts;

/// <summary>A post of a user, visible to the organization.</summary>
[IdPrefix("post")]
public sealed class Post : AggregateRoot<PostId>, ITenantOwned, ISoftDeletable
{
    /// <summary>Characters of a title, 1 to this.</summary>
    public const int MaxTitleLength = 200;

    /// <summary>Characters of a body at most.</summary>
    public const int MaxBodyLength = 20_000;

    /// <summary>What a title has to be.</summary>
    public static readonly NameRule TitleRule = new(MaxTitleLength, allowsLinks: true, "Title");

    /// <summary>What a body has to be.</summary>
    public static readonly TextRule BodyRule = new(MaxBodyLength);

    private Post()
    {
    }

    /// <inheritdoc />
    public OrganizationId OrganizationId { get; private init; }

    /// <summary>The author; a user of the same organization.</summary>
    public UserId AuthorId { get; private init; }

    /// <summary>1 to 200 characters.</summary>
    public string Title { get; private init; } = "";

    /// <summary>At most 20,000 characters; may be empty.</summary>
    public string Body { get; private init; } = "";

    /// <inheritdoc />
    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>Creates a post.</summary>
    public static Post Create(OrganizationId organizationId, UserId authorId, string title, string body, DateTimeOffset now)
    {
        var post = new Post
        {
            Id = TypeId.New<PostId>(now),
            OrganizationId = organizationId,
            AuthorId = authorId,
            Title = TitleRule.Require(title, "title"),
            Body = BodyRule.Require(body, "body"),
            CreatedAt = now,
        };
        post.Raise(new PostCreated(post.Id, organizationId, authorId, post.Title));
        return post;
    }
}
