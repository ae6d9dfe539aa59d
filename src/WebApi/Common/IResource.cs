namespace CleanApi.WebApi.Common;

/// <summary>A resource of the API: id, type, attributes and relationships.</summary>
public interface IResource
{
    /// <summary>The id, for links.</summary>
    string GetId();
}

/// <summary>A resource that shows one kind of response of the application.</summary>
/// <typeparam name="TSelf">The resource.</typeparam>
/// <typeparam name="TResponse">The response.</typeparam>
public interface IResource<out TSelf, in TResponse> : IResource
    where TSelf : IResource<TSelf, TResponse>
{
    /// <summary>What clients see of a response.</summary>
    static abstract TSelf Of(TResponse response);
}
