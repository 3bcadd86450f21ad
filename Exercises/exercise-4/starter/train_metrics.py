"""The training of Exercise 2, judged by torchmetrics: which galaxies are taken for which?

    python train_metrics.py --device auto|cpu|cuda
"""

import experiment
import train_torch

import torch
import torchmetrics

import galaxies


def judge(network, pictures, kinds):
    """Prints how well each kind is recognised: one line for each."""
    with torch.no_grad():
        answers = torch.cat([network(some).argmax(dim=1) for some in pictures.split(250)])
    count = len(galaxies.KINDS)

    def each(metric):
        return metric(task="multiclass", num_classes=count, average=None).to(kinds.device)(
            answers, kinds).tolist()

    precision, recall = each(torchmetrics.Precision), each(torchmetrics.Recall)
    experiment.line(event="metrics", torchmetrics=torchmetrics.__version__, torch=torch.__file__)
    for place, kind in enumerate(galaxies.KINDS):
        experiment.line(
            event="kind", kind=kind, precision=f"{precision[place]:.4f}",
            recall=f"{recall[place]:.4f}")


if __name__ == "__main__":
    train_torch.main(before_end=judge)
