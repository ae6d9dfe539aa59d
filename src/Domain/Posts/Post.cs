using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.Posts;

/// <summary>A post of a user: a draft until it is published, when the organization reads it, and read-only once it is archived.</summary>
[IdPrefix("post")]
public sealed class Post : AggregateRoot<PostId>, ITenantOwned, ISoftDeletable, ISearchable
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
    public string Title { get; private set; } = "";

    /// <summary>Markdown, kept as it was sent: at most 20,000 characters; may be empty.</summary>
    public string Body { get; private set; } = "";

    /// <summary>How far it is.</summary>
    public PostStatus Status { get; private set; }

    /// <inheritdoc />
    public string SearchText { get; private set; } = "";

    /// <inheritdoc />
    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>Creates a draft.</summary>
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

    /// <summary>Changes title and body; raises nothing when both are the same.</summary>
    /// <exception cref="Errors.ConflictError">The post is archived.</exception>
    /// <exception cref="Errors.ValidationError">One of them violates its rule.</exception>
    public void Edit(string? title, string? body, DateTimeOffset now)
    {
        var before = (Title, Body);
        if (Status == PostStatus.Archived && (TitleRule.Change(Title, title, "title"), BodyRule.Change(Body, body ?? "", "body")) != before)
        {
            throw PostErrors.Archived();
        }

        Title = TitleRule.Change(Title, title, "title");
        Body = BodyRule.Change(Body, body ?? "", "body")!;
        if ((Title, Body) == before)
        {
            return;
        }

        Raise(new PostUpdated(Id, OrganizationId, AuthorId, Title), now);
    }

    /// <summary>Publishes a draft, or an archived post again; false when it is published already.</summary>
    public bool Publish(DateTimeOffset now)
    {
        if (Status == PostStatus.Published)
        {
            return false;
        }

        Status = PostStatus.Published;
        Raise(new PostPublished(Id, OrganizationId, AuthorId, Title), now);
        return true;
    }

    /// <summary>Archives the post; false when it is archived already.</summary>
    public bool Archive(DateTimeOffset now)
    {
        if (Status == PostStatus.Archived)
        {
            return false;
        }

        Status = PostStatus.Archived;
        Raise(new PostArchived(Id, OrganizationId, AuthorId), now);
        return true;
    }

    /// <summary>Soft-deletes the post, whatever its status.</summary>
    public void Delete(DateTimeOffset now)
    {
        DeletedAt = now;
        Raise(new PostDeleted(Id, OrganizationId, AuthorId), now);
    }
}
