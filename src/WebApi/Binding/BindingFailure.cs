namespace CleanApi.WebApi.Binding;

/// <summary>Carries a field code through the model state, which holds only messages and exceptions. Never thrown.</summary>
internal sealed class BindingFailure(string code, string message) : Exception(message)
{
    /// <summary>The field code.</summary>
    public string Code { get; } = code;
}
