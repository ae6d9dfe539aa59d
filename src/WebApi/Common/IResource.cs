namespace CleanApi.WebApi.Common;

/// <summary>A resource of the API: id, type, attributes and relationships.</summary>
public interface IResource
{
    /// <summary>The id, for links.</summary>
    string GetId();
}
