using CleanApi.Domain.Common;

namespace CleanApi.Domain.Posts;

/// <summary>Identifies a post: <c>post_…</c>.</summary>
public readonly record struct PostId(Guid Value) : ITypeId<PostId>
{
    /// <inheritdoc />
    public static string Prefix => "post";

    /// <inheritdoc />
    public static PostId From(Guid value) => new(value);

    /// <summary>The TypeID.</summary>
    public override string ToString() => TypeId.Format(this);
}
