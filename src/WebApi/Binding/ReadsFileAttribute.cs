namespace CleanApi.WebApi.Binding;

/// <summary>An action that takes one file as <c>multipart/form-data</c>, and reads it by itself, as a stream.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ReadsFileAttribute : Attribute;
