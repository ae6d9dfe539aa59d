namespace CleanApi.WebApi.Binding;

/// <summary>Has <c>Allow</c> tell the truth about HEAD, which is answered as GET (<see cref="Requests.MethodMiddleware"/>).</summary>
public static class HeadMethod
{
    /// <summary>Adds HEAD to the methods of every endpoint that takes GET, but for steps of a protocol (<see cref="RedirectsAttribute"/>).</summary>
    public static void WithHead(this IEndpointConventionBuilder endpoints) => endpoints.Finally(endpoint =>
    {
        for (var i = 0; i < endpoint.Metadata.Count; i++)
        {
            if (endpoint.Metadata[i] is IHttpMethodMetadata { HttpMethods: var methods } && methods.Contains(HttpMethods.Get, StringComparer.Ordinal)
                && !endpoint.Metadata.OfType<RedirectsAttribute>().Any())
            {
                endpoint.Metadata[i] = new HttpMethodMetadata([.. methods, HttpMethods.Head]);
            }
        }
    });
}
