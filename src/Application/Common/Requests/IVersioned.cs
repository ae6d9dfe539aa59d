namespace CleanApi.Application.Common.Requests;

/// <summary>A response with a version, from which its ETag is made.</summary>
public interface IVersioned
{
    /// <summary>The version of the resource.</summary>
    long Version { get; }
}
