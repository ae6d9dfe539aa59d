namespace CleanApi.Application.Common.Requests;

/// <summary>A response about something that has versions: its ETag.</summary>
public interface IVersioned
{
    /// <summary>The version that the response shows.</summary>
    long Version { get; }
}
