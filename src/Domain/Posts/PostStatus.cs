namespace CleanApi.Domain.Posts;

/// <summary>How far a post is. Drafts and archived posts are for their author and for administrators.</summary>
public enum PostStatus
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>The whole organization reads it.</summary>
    Published,

    /// <summary>Put away, and not to be edited until it is published again.</summary>
    Archived,
}
